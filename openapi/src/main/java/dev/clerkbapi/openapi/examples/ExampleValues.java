package dev.clerkbapi.openapi.examples;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.description.Documents;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Values that look like what a member's name says. */
final class ExampleValues {
  private static final long TIME = 1_716_883_200_000L;

  /** The beginnings of IDs, by what they are of. */
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("user", "user_"),
          Map.entry("session", "sess_"),
          Map.entry("client", "client_"),
          Map.entry("organization", "org_"),
          Map.entry("organization_domain", "orgdmn_"),
          Map.entry("organization_invitation", "orginv_"),
          Map.entry("organization_membership", "orgmem_"),
          Map.entry("email_address", "idn_"),
          Map.entry("phone_number", "idn_"),
          Map.entry("web3_wallet", "idn_"),
          Map.entry("external_account", "eac_"),
          Map.entry("role", "role_"),
          Map.entry("permission", "perm_"),
          Map.entry("instance", "ins_"),
          Map.entry("waitlist_entry", "wle_"));

  /** The first pattern that the name has counts. */
  private static final Map<Pattern, String> TEXTS = new LinkedHashMap<>();

  static {
    text("first_name", "Ada");
    text("last_name", "Lovelace");
    text("username", "ada");
    text("(.*_)?locale", "en-US");
    text("(.*_)?slug", "acme");
    text("(.*_)?(image|logo|avatar|profile)?_?url", "https://img.example.com/1.png");
    text("(.*_)?email_name", "notifications");
    text("(.*_)?email(_address)?", "ada@example.com");
    text("identifier", "ada@example.com");
    text("(.*_)?phone_number", "+15555550100");
    text("client_ip|ip_address", "203.0.113.7");
    text("user_agent", "Mozilla/5.0");
    text("currency", "USD");
    text("currency_symbol", "$");
    text("last4", "4242");
  }

  private ExampleValues() {}

  private static void text(String name, String value) {
    TEXTS.put(Pattern.compile(name), value);
  }

  /** {@code owner}: what kind of object the member is of, such as {@code user}; may be empty. */
  static String text(String name, String owner, String format) {
    if (format.equals("date-time")) {
      return "2024-05-28T08:00:00Z";
    }
    if (name.equals("id") || name.endsWith("_id")) {
      String of = name.equals("id") ? owner : name.replaceFirst("^(primary|last_active)_", "");
      return PREFIXES.getOrDefault(of.replaceFirst("_id$", ""), "id_") + "29w83sxmDNGwOuEthce5gg6";
    }
    return TEXTS.entrySet().stream()
        .filter(text -> text.getKey().matcher(name).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(name.replace('_', ' '));
  }

  static JsonNode number(String format) {
    return switch (format) {
      case "unix-milliseconds" -> Documents.MAPPER.getNodeFactory().numberNode(TIME);
      case "double", "float" -> Documents.MAPPER.getNodeFactory().numberNode(1.5);
      default -> Documents.MAPPER.getNodeFactory().numberNode(1);
    };
  }
}
