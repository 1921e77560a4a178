package dev.clerkbapi.internal;

import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Makes HTTP calls that carry an {@link Attempt}; none once the client is closed. */
final class AttemptFactory implements Call.Factory {
  private final OkHttpClient http;
  private final Lifecycle lifecycle;
  private final Operations operations = new Operations();
  private final boolean retries;

  /**
   * @param retries whether there may be a second attempt at all
   */
  AttemptFactory(OkHttpClient http, Lifecycle lifecycle, boolean retries) {
    this.http = http;
    this.lifecycle = lifecycle;
    this.retries = retries;
  }

  @Override
  public Call newCall(Request request) {
    lifecycle.requireOpen();
    Operation operation = operations.of(request);
    boolean only = !retries || !operation.repeatable();
    Attempt attempt = new Attempt(lifecycle, operation, only);
    return http.newCall(request.newBuilder().tag(Attempt.class, attempt).build());
  }
}
