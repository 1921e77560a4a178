package dev.clerkbapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;

/** Bodies that are not JSON, for callers who know no type of OkHttp's. */
final class Bodies {
  private Bodies() {}

  /**
   * Returns content of a type, such as {@code text/csv}.
   *
   * @throws IllegalArgumentException if that is no content type
   */
  static RequestBody of(byte[] content, String contentType) {
    return RequestBody.create(content.clone(), MediaType.get(contentType));
  }

  /** Returns the text of a response that was received as a whole. */
  static String text(ResponseBody response) {
    try (response) {
      return response.string();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
