package dev.clerkbapi.benchmarks;

import dev.clerkbapi.ClerkClient;
import java.util.List;

/** The contenders by name. Only the class of the requested one is loaded. */
public final class Contenders {
  /** A secret key without any rights. */
  public static final String KEY = "sk_test_benchmark";

  /** All of them, this SDK first. */
  public static final List<String> NAMES =
      List.of("sdk", "retrofit", "peer", "okhttp", "okhttp-kept", "jdk", "raw");

  private static final int KEPT_BY_THE_SDK = ClerkClient.MAX_CONCURRENT_REQUESTS;

  private Contenders() {}

  /**
   * Returns a contender, ready for its first call.
   *
   * @param name one of {@link #NAMES}
   */
  public static Contender start(String name, String baseUrl) {
    return switch (name) {
      case "sdk" -> new SdkContender(baseUrl);
      case "retrofit" -> new RetrofitContender(baseUrl);
      case "peer" -> new PeerContender(baseUrl);
      case "okhttp" -> OkHttpContender.asItComes(baseUrl);
      case "okhttp-kept" -> OkHttpContender.keeping(KEPT_BY_THE_SDK, baseUrl);
      case "jdk" -> new JdkContender(baseUrl);
      case "raw" ->
          baseUrl.startsWith("https:") ? new RawHttp2Contender(baseUrl) : new RawContender(baseUrl);
      default -> throw new IllegalArgumentException("no contender named " + name);
    };
  }
}
