package dev.clerkbapi.internal.http;

import com.squareup.moshi.Moshi;
import dev.clerkbapi.internal.support.Lifecycle;
import dev.clerkbapi.model.BapiAdapters;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** OkHttp and Retrofit, set up for a client, and a cache of its interfaces. Thread-safe. */
public final class Http {
  private final OkHttpClient client;
  private final boolean own;
  private final Lifecycle lifecycle;
  private final Retrofit retrofit;
  private final ConcurrentMap<Class<?>, Object> apis = new ConcurrentHashMap<>();

  public Http(HttpSettings settings, Lifecycle lifecycle) {
    this.client = HttpClients.create(settings);
    this.own = settings.httpClient() == null;
    this.lifecycle = lifecycle;
    this.retrofit =
        new Retrofit.Builder()
            .baseUrl(settings.baseUrl())
            .callFactory(new AttemptFactory(client, lifecycle))
            .addConverterFactory(new PathConverters())
            .addConverterFactory(new BodyConverters(json(settings), settings.maxResponseBytes()))
            .build();
  }

  public <A> A api(Class<A> type) {
    Object known = apis.get(type);
    if (known == null) {
      requireCalls(type);
      Object made = retrofit.create(type);
      Object earlier = apis.putIfAbsent(type, made);
      known = earlier == null ? made : earlier;
    }
    return type.cast(known);
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

  private static void requireCalls(Class<?> type) {
    boolean calls = type.isInterface() && type.getTypeParameters().length == 0;
    int count = 0;
    for (Method method : calls ? type.getMethods() : new Method[0]) {
      if (Modifier.isAbstract(method.getModifiers())) {
        calls &= method.getReturnType() == retrofit2.Call.class;
        count++;
      }
    }
    if (!calls || count == 0) {
      throw new IllegalArgumentException(
          type.getName() + " is not an interface whose methods return retrofit2.Call");
    }
  }
}
