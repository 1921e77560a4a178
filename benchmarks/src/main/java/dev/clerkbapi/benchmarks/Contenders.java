package dev.clerkbapi.benchmarks;

/** The contenders by name. A class is loaded only for the one that is asked for. */
public final class Contenders {
  /** A secret key that opens nothing. */
  public static final String KEY = "sk_test_benchmark";

  private Contenders() {}

  /**
   * Returns a contender, ready for its first call.
   *
   * @param name {@code sdk}, {@code peer}, {@code okhttp}, {@code jdk} or {@code raw}
   */
  public static Contender start(String name, String baseUrl) {
    return switch (name) {
      case "sdk" -> new SdkContender(baseUrl);
      case "peer" -> new PeerContender(baseUrl);
      case "okhttp" -> new OkHttpContender(baseUrl);
      case "jdk" -> new JdkContender(baseUrl);
      case "raw" -> new RawContender(baseUrl);
      default -> throw new IllegalArgumentException("no contender named " + name);
    };
  }
}
