package dev.clerkbapi;

import dev.clerkbapi.api.Idempotent;
import dev.clerkbapi.model.User;
import java.util.List;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Url;

/** Operations of each kind that matters for retries, and some odd ones. */
interface TestApi {
  @GET("things")
  Call<User> get();

  @PUT("things")
  Call<User> put();

  @DELETE("things")
  Call<User> delete();

  @POST("things")
  Call<User> post();

  @PATCH("things")
  Call<User> patch();

  @Idempotent
  @POST("things/{id}")
  Call<User> repeatablePost(@Path("id") String id);

  @Idempotent(false)
  @PUT("things")
  Call<User> unrepeatablePut();

  @POST("things")
  Call<Void> nothing();

  @GET("things")
  Call<List<User>> list();

  @POST("things")
  Call<User> withBody(@Body User user);

  @GET
  Call<User> elsewhere(@Url String url);
}
