package dev.clerkbapi.internal.http;

import okhttp3.Call;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The state of one attempt, which outlives an exception of OkHttp. It is a tag of the request, and
 * is written by the thread that executes the call.
 */
public final class Attempt {
  private final Object owner;
  private volatile boolean sentOnce;
  private volatile boolean sent;
  private volatile int status;
  private volatile @Nullable String ray;
  private volatile @Nullable ErrorResponse errorResponse;

  Attempt(Object owner) {
    this.owner = owner;
  }

  /** Returns the attempt of a call, or null for a call that no client of ours made. */
  public static @Nullable Attempt of(Request original) {
    return original.tag(Attempt.class);
  }

  /** Uses the original request: a caller's interceptor may have dropped the tag. */
  static @Nullable Attempt of(Call call) {
    return of(call.request());
  }

  public boolean isOf(Object client) {
    return owner == client;
  }

  /** Sets whether there can be no other attempt once the request was sent. */
  public void setSentOnce(boolean once) {
    sentOnce = once;
  }

  boolean isSentOnce() {
    return sentOnce;
  }

  /** From now on, bytes of the request may reach the server. */
  void sending() {
    sent = true;
  }

  public boolean wasSent() {
    return sent;
  }

  public void recordResponse(int statusOfResponse, @Nullable String rayOfResponse) {
    ray = rayOfResponse;
    status = statusOfResponse;
  }

  /** Returns the status of the response, or 0 if there was none. */
  public int status() {
    return status;
  }

  /** Returns the {@code cf-ray} header of the response, unchanged. */
  public @Nullable String ray() {
    return ray;
  }

  void recordErrorResponse(ErrorResponse received) {
    errorResponse = received;
  }

  public @Nullable ErrorResponse errorResponse() {
    return errorResponse;
  }
}
