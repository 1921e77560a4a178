package dev.clerkbapi.benchmarks;

import dev.clerkbapi.api.UsersApi;
import java.io.IOException;
import java.util.Objects;
import okhttp3.OkHttpClient;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * The generated client on Retrofit and OkHttp with their default settings, without the layer above.
 */
final class RetrofitContender implements Contender {
  private final OkHttpClient http = new OkHttpClient();
  private final UsersApi users;

  RetrofitContender(String baseUrl) {
    users =
        new Retrofit.Builder()
            .baseUrl(baseUrl + "/")
            .client(http)
            .addConverterFactory(MoshiConverterFactory.create(SdkCodec.moshi()))
            .build()
            .create(UsersApi.class);
  }

  @Override
  public Object getUser(String id) throws IOException {
    return Objects.requireNonNull(users.getUser(id).execute().body());
  }

  @Override
  public void close() {
    OkHttpContender.stop(http);
  }
}
