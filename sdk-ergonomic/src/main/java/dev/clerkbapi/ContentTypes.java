package dev.clerkbapi;

import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the content type of a file: by the end of its name, or else by how it begins. */
final class ContentTypes {
  /** How many bytes {@link #ofStart} looks at. */
  static final int START = 512;

  private static final String ANY_BYTES = "application/octet-stream";
  private static final String SVG = "image/svg+xml";
  private static final Map<String, String> BY_EXTENSION =
      Map.of(
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "gif", "image/gif",
          "webp", "image/webp",
          "svg", SVG);

  private ContentTypes() {}

  /** Returns the type, or that of any bytes. {@code start} may be empty. */
  static String of(String fileName, byte[] start) {
    String named = ofName(fileName);
    String found = named == null ? ofStart(start) : named;
    return found == null ? ANY_BYTES : found;
  }

  private static @Nullable String ofName(String fileName) {
    String end = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String known = BY_EXTENSION.get(end);
    return known == null ? URLConnection.guessContentTypeFromName(fileName) : known;
  }

  private static @Nullable String ofStart(byte[] start) {
    String text = new String(start, 0, Math.min(start.length, START), StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return "image/png";
    } else if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    } else if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return "image/gif";
    } else if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      return "image/webp";
    }
    boolean markup = text.startsWith("<?xml") || text.startsWith("<!") || text.startsWith("<svg");
    return markup && text.contains("<svg") ? SVG : null;
  }
}
