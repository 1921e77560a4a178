package dev.clerkbapi.testing.internal.bapi;

import dev.clerkbapi.testing.internal.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of an upload (RFC 7578). Their names are checked, not what is in them. */
final class Multipart {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
  private static final Pattern NAME =
      Pattern.compile("(?i)content-disposition:[^\r\n]*[; ]name=\"([^\"]*)\"");

  private Multipart() {}

  static Optional<Problem> problem(Operation.Body expected, Request request) {
    Set<String> sent = names(request);
    Set<String> known = expected.schema().resolved().properties().keySet();
    Set<String> required = new LinkedHashSet<>(expected.schema().resolved().required());
    if (expected.required() && required.isEmpty()) {
      required.addAll(known); // Without its only part, a required body would be empty.
    }
    for (String name : required) {
      if (!sent.contains(name)) {
        return Optional.of(
            Problem.of("form_param_missing", name, "The part " + name + " is missing"));
      }
    }
    return sent.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .map(name -> Problem.of("form_param_unknown", name, name + " is not one of " + known));
  }

  private static Set<String> names(Request request) {
    Set<String> names = new LinkedHashSet<>();
    String type = request.header("Content-Type");
    Matcher boundary = BOUNDARY.matcher(type == null ? "" : type);
    if (!boundary.find()) {
      return names;
    }
    // Each byte is a character, so that the bytes of a picture stay apart.
    String text = new String(request.body(), StandardCharsets.ISO_8859_1);
    for (String part : text.split(Pattern.quote("--" + boundary.group(1)), -1)) {
      int end = part.indexOf("\r\n\r\n");
      Matcher name = NAME.matcher(end < 0 ? "" : part.substring(0, end));
      if (name.find()) {
        names.add(name.group(1));
      }
    }
    return names;
  }
}
