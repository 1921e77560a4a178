package dev.clerkbapi.testing.internal.bapi;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Examples of texts, by the name of the member. */
final class Texts {
  /** The prefixes that Clerk's IDs have where its schemas do not say so, by what is identified. */
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("user", "user_"),
          Map.entry("organization", "org_"),
          Map.entry("session", "sess_"),
          Map.entry("client", "client_"),
          Map.entry("organization_membership", "orgmem_"),
          Map.entry("organization_invitation", "orginv_"),
          Map.entry("invitation", "inv_"),
          Map.entry("email_address", "idn_"),
          Map.entry("phone_number", "idn_"),
          Map.entry("web3_wallet", "idn_"),
          Map.entry("machine", "mch_"),
          Map.entry("instance", "ins_"));

  private Texts() {}

  /**
   * Returns an example.
   *
   * @param name of the member, such as {@code user_id}
   * @param kind what it is in, such as {@code email_address} or {@code EmailAddress}; or empty
   */
  static String example(String name, String kind, AtomicLong numbers) {
    if (name.equals("id")) {
      return id(underscored(kind), numbers);
    }
    if (name.endsWith("_id")) {
      return id(name.substring(0, name.length() - "_id".length()), numbers);
    }
    if (name.endsWith("url") || name.endsWith("_uri")) {
      return "https://example.com/" + name;
    }
    return switch (name) {
      case "email_address", "identifier" -> "ada@example.com";
      case "phone_number" -> "+15555550100";
      case "first_name" -> "Ada";
      case "last_name" -> "Lovelace";
      case "currency" -> "usd";
      case "locale" -> "en-US";
      case "" -> "example";
      default -> "example_" + name;
    };
  }

  private static String id(String kind, AtomicLong numbers) {
    return PREFIXES.getOrDefault(kind, kind.isEmpty() ? "id_" : kind + "_")
        + numbers.incrementAndGet();
  }

  private static String underscored(String schema) {
    return schema.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
