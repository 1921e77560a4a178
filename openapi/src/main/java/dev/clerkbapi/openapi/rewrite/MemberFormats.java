package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a member or parameter says about it and its schema does not. */
final class MemberFormats {
  /**
   * BAPI's points in time are unix milliseconds, whether the schema says int64, integer or number.
   */
  private static final Pattern INSTANT =
      Pattern.compile(
          "(.+_)?at(_before|_after|_since|_ms)?|expiration|(.+_)?date|timestamp|period_(start|end)");

  /** Some requests take a point in time as text; a {@code date} in text is a day, and stays one. */
  private static final Pattern INSTANT_IN_TEXT = Pattern.compile("(.+_)?at");

  private static final Set<String> NUMBERS = Set.of("integer", "number");

  /** Overlays decide otherwise with {@code x-secret}, in either direction. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(.+_)?(password|password_digest|secret|secret_key|token|jwt|private_key|api_key|ticket|totp_secret"
              + "|backup_codes|private_metadata)");

  private MemberFormats() {}

  static ObjectNode refine(String name, ObjectNode use) {
    String type = use.path("type").asText();
    if (INSTANT.matcher(name).matches() && NUMBERS.contains(type)) {
      use.put("type", "integer").put("format", "unix-milliseconds");
    } else if (INSTANT_IN_TEXT.matcher(name).matches() && type.equals("string")) {
      use.put("format", "date-time");
    }
    if (!use.has(Extensions.SECRET) && SECRET.matcher(name).matches() && !type.equals("boolean")) {
      use.put(Extensions.SECRET, true);
    }
    return use;
  }
}
