package dev.clerkbapi.internal.http;

import dev.clerkbapi.api.MachineKey;
import dev.clerkbapi.internal.support.Credentials;
import dev.clerkbapi.internal.support.Lifecycle;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.Invocation;

/**
 * Creates HTTP calls with an {@link Attempt}; refuses to once the client is closed, and without a
 * key for the operation.
 */
final class AttemptFactory implements Call.Factory {
  private final OkHttpClient http;
  private final Lifecycle lifecycle;
  private final Credentials credentials;

  AttemptFactory(OkHttpClient http, Lifecycle lifecycle, Credentials credentials) {
    this.http = http;
    this.lifecycle = lifecycle;
    this.credentials = credentials;
  }

  @Override
  public Call newCall(Request request) {
    lifecycle.requireOpen();
    boolean machine = credentials.machineKey() != null && takesMachineKey(request);
    Attempt attempt = new Attempt(lifecycle, credentials, credentials.keyFor(machine));
    return http.newCall(request.newBuilder().tag(Attempt.class, attempt).build());
  }

  /** As marked in {@code openapi/overlays/3-machine-keys.yml}. */
  private static boolean takesMachineKey(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    return invocation != null && invocation.method().isAnnotationPresent(MachineKey.class);
  }
}
