package dev.clerkbapi.spring.actuate;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Hides Clerk's keys and secrets in the endpoints {@code env} and {@code configprops}, also where
 * the application lets them show values. Boot hides all values unless it is told otherwise.
 */
final class SecretProperties implements SanitizingFunction {
  /** As a property and as a variable of the environment, a name has the same letters. */
  private static final List<String> SECRETS =
      List.of(
          "clerksecretkey",
          "clerkmachinesecretkey",
          "clerkwebhooksigningsecret",
          "clerkproxypassword");

  @Override
  public SanitizableData apply(SanitizableData data) {
    String letters = data.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return SECRETS.contains(letters) ? data.withSanitizedValue() : data;
  }
}
