package dev.clerkbapi.internal;

import okhttp3.Call;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one attempt, also where OkHttp ends it with an exception. Travels with the
 * request as a tag; written by the thread that executes the call.
 */
final class Attempt {
  private final Object owner;
  private final Operation operation;
  private final boolean only;
  private volatile boolean sent;
  private volatile int status;
  private volatile @Nullable String ray;
  private volatile @Nullable Answer answer;

  /**
   * @param owner the client
   * @param only whether there can be no other attempt once the request was sent
   */
  Attempt(Object owner, Operation operation, boolean only) {
    this.owner = owner;
    this.operation = operation;
    this.only = only;
  }

  /** Returns the attempt of a call, or null for a call that no client of ours made. */
  static @Nullable Attempt of(Request original) {
    return original.tag(Attempt.class);
  }

  /** Looks at the original request: a caller's interceptor may have dropped the tag. */
  static @Nullable Attempt of(Call call) {
    return of(call.request());
  }

  boolean isOf(Object client) {
    return owner == client;
  }

  Operation operation() {
    return operation;
  }

  boolean isOnly() {
    return only;
  }

  /** Bytes of the request may be on their way from now on. */
  void sending() {
    sent = true;
  }

  boolean wasSent() {
    return sent;
  }

  void answered(int statusOfAnswer, @Nullable String rayOfAnswer) {
    ray = rayOfAnswer;
    status = statusOfAnswer;
  }

  /** Returns the status of the answer, or 0 if there was none. */
  int status() {
    return status;
  }

  /** Returns the {@code cf-ray} header of the answer, as it came. */
  @Nullable String ray() {
    return ray;
  }

  void failed(Answer answerOfFailure) {
    answer = answerOfFailure;
  }

  @Nullable Answer answer() {
    return answer;
  }
}
