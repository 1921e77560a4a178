package dev.clerkbapi.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.resources.ExampleServer.Received;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of an upload (RFC 7578); the validator does not look into them. */
record Multipart(Map<String, Part> parts) {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
  private static final Pattern NAME = Pattern.compile("; name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("; filename=\"([^\"]*)\"");
  private static final Pattern TYPE = Pattern.compile("(?im)^Content-Type: *([^\r]+)");

  /** A part; {@code fileName} and {@code contentType} are null where it says none. */
  record Part(String fileName, String contentType, String content) {}

  static Multipart of(Received request) {
    String boundary = found(BOUNDARY, request.contentType());
    Map<String, Part> parts = new LinkedHashMap<>();
    String body = "\r\n" + request.body();
    for (String part : body.split(Pattern.quote("\r\n--" + boundary), -1)) {
      int headEnd = part.indexOf("\r\n\r\n");
      if (headEnd > 0) {
        String head = part.substring(0, headEnd);
        String content = part.substring(headEnd + 4);
        Part read = new Part(found(FILE, head), found(TYPE, head), content);
        if (parts.put(String.valueOf(found(NAME, head)), read) != null) {
          throw new AssertionError("two parts of one name: " + head);
        }
      }
    }
    return new Multipart(parts);
  }

  List<String> faults(JsonNode schema) {
    List<String> faults = new ArrayList<>();
    schema
        .path("required")
        .forEach(
            it -> {
              if (!parts.containsKey(it.asText())) {
                faults.add("no part " + it.asText());
              }
            });
    parts.forEach(
        (name, part) -> {
          JsonNode described = schema.path("properties").path(name);
          if (described.isMissingNode()) {
            faults.add("unexpected part " + name);
          } else if (described.path("format").asText().equals("binary")) {
            faults.addAll(faultsOfFile(name, part));
          } else {
            faults.addAll(faultsOfText(name, part, described));
          }
        });
    return faults;
  }

  private static List<String> faultsOfFile(String name, Part part) {
    boolean named = part.fileName() != null && !part.fileName().isEmpty();
    boolean typed = part.contentType() != null && part.contentType().matches("[\\w-]+/[\\w.+-]+");
    return named && typed ? List.of() : List.of("file without name or type: " + name + " " + part);
  }

  private static List<String> faultsOfText(String name, Part part, JsonNode schema) {
    boolean isText = schema.path("type").asText().equals("string") && part.fileName() == null;
    boolean plain = part.contentType() == null || part.contentType().startsWith("text/plain");
    return isText && plain && !part.content().isEmpty()
        ? List.of()
        : List.of("not a text: " + name + " " + part);
  }

  private static String found(Pattern pattern, String text) {
    Matcher match = pattern.matcher(text);
    return match.find() ? match.group(1) : null;
  }
}
