package dev.clerkbapi.benchmarks;

import com.squareup.moshi.Moshi;
import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.model.BapiAdapters;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import okhttp3.OkHttpClient;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** The generated client on Retrofit and OkHttp as they come, with nothing of the layer above it. */
final class RetrofitContender implements Contender {
  private final OkHttpClient http = new OkHttpClient();
  private final UsersApi users;

  RetrofitContender(String baseUrl) {
    Moshi moshi = new Moshi.Builder().add(new BapiAdapters(Clock.systemUTC())).build();
    users =
        new Retrofit.Builder()
            .baseUrl(baseUrl + "/")
            .client(http)
            .addConverterFactory(MoshiConverterFactory.create(moshi))
            .build()
            .create(UsersApi.class);
  }

  @Override
  public Object getUser(String id) throws IOException {
    return Objects.requireNonNull(users.getUser(id).execute().body());
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
