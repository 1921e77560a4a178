package dev.clerkbapi;

import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Takes settings of a client from environment variables. A blank one counts as not set. */
final class FromEnv {
  private static final String KEY = "CLERK_SECRET_KEY";
  private static final String MACHINE_KEY = "CLERK_MACHINE_SECRET_KEY";
  private static final String API_URL = "CLERK_API_URL";

  private FromEnv() {}

  /** {@code variables} returns the value of a variable; null if it is not set. */
  static void into(ClerkClientBuilder builder, UnaryOperator<@Nullable String> variables) {
    String key = set(variables.apply(KEY));
    String machineKey = set(variables.apply(MACHINE_KEY));
    String url = set(variables.apply(API_URL));
    if (key == null && machineKey == null) {
      throw new IllegalStateException(
          "The environment variable "
              + KEY
              + " is not set; give it the secret key from the Clerk dashboard");
    }
    if (key != null) {
      builder.secretKey(key);
    }
    if (machineKey != null) {
      builder.machineSecretKey(machineKey);
    }
    if (url != null) {
      builder.apiUrl(url);
    }
  }

  private static @Nullable String set(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  /** Other SDKs of Clerk share this variable, and add the path to it. */
  static String withPath(String text) {
    HttpUrl url = HttpUrl.parse(text);
    return url != null && url.encodedPath().equals("/")
        ? url.newBuilder().encodedPath("/v1").build().toString()
        : text;
  }
}
