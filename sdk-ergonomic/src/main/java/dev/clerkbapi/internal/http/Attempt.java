package dev.clerkbapi.internal.http;

import dev.clerkbapi.internal.support.Credentials;
import java.util.Map;
import okhttp3.Call;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The state of one attempt, which outlives an exception of OkHttp. It is a tag of the request, and
 * is written by the thread that executes the call.
 */
public final class Attempt {
  private final Object owner;
  private final Credentials credentials;
  private final String key;
  private volatile Map<String, String> headers = Map.of();
  private volatile boolean sentOnce;
  private volatile boolean kept;
  private volatile boolean sent;
  private volatile int status;
  private volatile @Nullable String ray;
  private volatile @Nullable ErrorResponse errorResponse;
  private volatile @Nullable ReceivedResponse received;

  Attempt(Object owner, Credentials credentials, String key) {
    this.owner = owner;
    this.credentials = credentials;
    this.key = key;
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

  /** Returns whether the call carries one of these keys. */
  public boolean isWith(Credentials keys) {
    return credentials.equals(keys);
  }

  String key() {
    return key;
  }

  /** Sets the headers that the caller adds. */
  public void setHeaders(Map<String, String> callers) {
    headers = callers;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** Makes the response's headers and body be recorded, as far as the body was read. */
  public void keepResponse() {
    kept = true;
  }

  boolean isResponseKept() {
    return kept;
  }

  void recordReceived(ReceivedResponse response) {
    received = response;
  }

  /** Returns what {@link #keepResponse} asked for; null without a response. */
  public @Nullable ReceivedResponse received() {
    return received;
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
