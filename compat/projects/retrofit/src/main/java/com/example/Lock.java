package com.example;

import dev.clerkbapi.ClerkClient;
import java.util.Map;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;
import retrofit2.http.GET;

public final class Lock {
  /** The project's own use of Retrofit; any server will do. */
  interface Keys {
    @GET("v1/jwks")
    Call<Map<String, Object>> keys();
  }

  public static void main(String[] args) throws Exception {
    Retrofit own =
        new Retrofit.Builder()
            .baseUrl(System.getenv("CLERK_API_URL") + "/")
            .client(withKey())
            .addConverterFactory(GsonConverterFactory.create())
            .build();
    Response<Map<String, Object>> keys = own.create(Keys.class).keys().execute();
    if (!keys.isSuccessful()) {
      throw new IllegalStateException("own call: " + keys);
    }
    try (ClerkClient clerk = ClerkClient.fromEnv()) {
      System.out.println("locked: " + clerk.users().lockUser("user_123").locked());
    }
  }

  private static OkHttpClient withKey() {
    String header = "Bearer " + System.getenv("CLERK_SECRET_KEY");
    return new OkHttpClient.Builder()
        .addInterceptor(
            chain ->
                chain.proceed(
                    chain.request().newBuilder().header("Authorization", header).build()))
        .build();
  }
}
