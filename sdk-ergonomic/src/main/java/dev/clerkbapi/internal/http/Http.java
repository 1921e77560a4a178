package dev.clerkbapi.internal.http;

import com.squareup.moshi.Moshi;
import dev.clerkbapi.internal.support.Credentials;
import dev.clerkbapi.internal.support.Lifecycle;
import dev.clerkbapi.model.BapiAdapters;
import java.util.List;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** OkHttp and Retrofit, set up for a client and its views. Thread-safe. */
public final class Http {
  private final OkHttpClient client;
  private final boolean own;
  private final Lifecycle lifecycle;
  private final HttpUrl baseUrl;
  private final PathConverters paths = new PathConverters();
  private final BodyConverters bodies;

  public Http(HttpSettings settings, Lifecycle lifecycle) {
    this.client = HttpClients.create(settings);
    this.own = settings.httpClient() == null;
    this.lifecycle = lifecycle;
    this.baseUrl = settings.baseUrl();
    this.bodies = new BodyConverters(json(settings), settings.maxResponseBytes());
  }

  /** Returns interfaces whose calls carry these keys, and no others. */
  public Apis apis(Credentials credentials) {
    return new Apis(
        new Retrofit.Builder()
            .baseUrl(baseUrl)
            .callFactory(new AttemptFactory(client, lifecycle, credentials))
            .addConverterFactory(paths)
            .addConverterFactory(bodies)
            .build());
  }

  /** Ends the calls of this client and closes its resources, but not the caller's HTTP client. */
  public void close() {
    cancelAll(client.dispatcher().queuedCalls());
    cancelAll(client.dispatcher().runningCalls());
    if (own) {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  private void cancelAll(List<Call> calls) {
    for (Call call : calls) {
      Attempt attempt = Attempt.of(call);
      if (attempt != null && attempt.isOf(lifecycle)) {
        call.cancel();
      }
    }
  }

  private static MoshiConverterFactory json(HttpSettings settings) {
    BapiAdapters adapters = new BapiAdapters(settings.clock());
    return MoshiConverterFactory.create(new Moshi.Builder().add(adapters).build());
  }
}
