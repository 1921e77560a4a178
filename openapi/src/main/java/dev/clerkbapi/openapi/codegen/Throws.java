package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The exceptions that a method is known for, by the statuses of its operation. */
final class Throws {
  private static final String PACKAGE = "dev.clerkbapi.errors.ClerkApiException.";

  private Throws() {}

  /** Adds a tag for each exception, in the order of the statuses. */
  static void addTo(Javadoc doc, JsonNode operation) {
    Map<String, List<String>> sentences = new TreeMap<>();
    List<String> order = new ArrayList<>();
    for (Map.Entry<String, JsonNode> error : operation.path(Extensions.THROWS).properties()) {
      String leaf = leaf(error.getKey());
      if (!sentences.containsKey(leaf)) {
        order.add(leaf);
      }
      sentences
          .computeIfAbsent(leaf, key -> new ArrayList<>())
          .add(sentence(error.getKey(), error.getValue()));
    }
    order.forEach(
        leaf -> doc.tag("@throws " + PACKAGE + leaf, String.join("; ", sentences.get(leaf))));
  }

  private static String sentence(String status, JsonNode error) {
    List<String> codes = new ArrayList<>();
    error.path("codes").forEach(code -> codes.add("`" + code.asText() + "`"));
    String when = error.path("when").asText(usually(status));
    return codes.isEmpty() ? when : when + " (" + String.join(", ", codes) + ")";
  }

  /** As in {@code ClerkApiException.Builder.build()}; a test compares the two. */
  private static String leaf(String status) {
    return switch (status) {
      case "400" -> "BadRequest";
      case "401" -> "Unauthenticated";
      case "402" -> "PaymentRequired";
      case "403" -> "PermissionDenied";
      case "404" -> "NotFound";
      case "409" -> "Conflict";
      case "413" -> "PayloadTooLarge";
      case "422" -> "Unprocessable";
      case "429" -> "RateLimited";
      default -> status.startsWith("5") ? "Server" : "Unexpected";
    };
  }

  private static String usually(String status) {
    return switch (status) {
      case "400" -> "if BAPI cannot process the request as it is";
      case "401" -> "if the secret key is not valid";
      case "402" -> "if the plan of the application does not cover this";
      case "403" -> "if the key or the settings of the instance do not permit this";
      case "404" -> "if something that the request names does not exist";
      case "409" -> "if the request conflicts with the present state, or with another request";
      case "410" -> "with status 410, if BAPI has dropped the operation";
      case "413" -> "if the file is too large";
      case "422" -> "if a value breaks a rule; the errors say which";
      case "423" -> "with status 423, if what it would change is locked";
      case "429" -> "if there were too many requests, for longer than the call may wait";
      default -> "with status " + status;
    };
  }
}
