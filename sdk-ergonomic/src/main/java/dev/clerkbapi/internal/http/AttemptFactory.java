package dev.clerkbapi.internal.http;

import dev.clerkbapi.internal.support.Lifecycle;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Creates HTTP calls with an {@link Attempt}; refuses to once the client is closed. */
final class AttemptFactory implements Call.Factory {
  private final OkHttpClient http;
  private final Lifecycle lifecycle;

  AttemptFactory(OkHttpClient http, Lifecycle lifecycle) {
    this.http = http;
    this.lifecycle = lifecycle;
  }

  @Override
  public Call newCall(Request request) {
    lifecycle.requireOpen();
    Attempt attempt = new Attempt(lifecycle);
    return http.newCall(request.newBuilder().tag(Attempt.class, attempt).build());
  }
}
