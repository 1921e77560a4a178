package dev.clerkbapi.internal.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The {@code User-Agent} header: the caller's application, then this SDK and its version. */
public final class UserAgent {
  private UserAgent() {}

  public static String of(String caller) {
    String sdk = "clerk-bapi-java/" + version();
    return caller.isEmpty() ? sdk : caller + " " + sdk;
  }

  private static String version() {
    // Not from the manifest: it is not read on the module path, and there is none in an IDE.
    try (InputStream version = UserAgent.class.getResourceAsStream("version.txt")) {
      return version == null
          ? "unknown"
          : new String(version.readAllBytes(), StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
