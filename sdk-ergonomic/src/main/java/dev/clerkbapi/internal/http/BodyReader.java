package dev.clerkbapi.internal.http;

import com.squareup.moshi.JsonDataException;
import java.io.EOFException;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import retrofit2.Converter;

/**
 * Reads a body to its end, then decodes it. So an {@code IOException} is always a failure of the
 * network, and whatever is wrong with the bytes is an {@link UnreadableBodyException} with the
 * bytes.
 */
final class BodyReader<T> implements Converter<ResponseBody, T> {
  private static final long CHUNK = 8192;
  private static final long SMALL = 2 * CHUNK;
  private static final long KEPT = 64 * 1024;

  private final Converter<ResponseBody, T> decoder;
  private final long largestBody;

  BodyReader(Converter<ResponseBody, T> decoder, long largestBody) {
    this.decoder = decoder;
    this.largestBody = largestBody;
  }

  @Override
  public T convert(ResponseBody body) throws IOException {
    Buffer bytes = readAll(body);
    if (bytes.size() == 0) {
      throw new UnreadableBodyException("an empty body", "", null);
    }
    return decode(bytes, body);
  }

  private Buffer readAll(ResponseBody body) throws IOException {
    Buffer bytes = new Buffer();
    try (BufferedSource source = body.source()) {
      while (source.read(bytes, CHUNK) != -1) {
        if (bytes.size() > largestBody) {
          throw new UnreadableBodyException(
              "a body of more than " + largestBody + " bytes", start(bytes), null);
        }
      }
    }
    return bytes;
  }

  private T decode(Buffer bytes, ResponseBody body) {
    Buffer kept = copyOfStart(bytes);
    T value;
    try {
      // No content type: OkHttp would parse it each time, and a JSON decoder needs none.
      value = decoder.convert(ResponseBody.create(quickToSearch(bytes), null, bytes.size()));
    } catch (IOException | RuntimeException e) {
      throw new UnreadableBodyException(reason(e, body), start(kept), e);
    }
    if (value == null) {
      throw new UnreadableBodyException("null for a body", start(kept), null);
    }
    // Clearing returns segments to okio's pool; white space after the value was not read.
    bytes.clear();
    kept.clear();
    return value;
  }

  /**
   * Moshi reads bytes by their index. In a large Buffer, that takes time proportional to the
   * distance from the nearer end; a source that is read piece by piece keeps that distance short.
   */
  private static BufferedSource quickToSearch(Buffer bytes) {
    return bytes.size() <= SMALL ? bytes : Okio.buffer((Source) bytes);
  }

  /** Copies the bytes: {@code Buffer.clone} shares segments, which never return to okio's pool. */
  private static Buffer copyOfStart(Buffer bytes) {
    Buffer copy = new Buffer();
    try (Buffer.UnsafeCursor cursor = bytes.readUnsafe()) {
      while (copy.size() < KEPT && cursor.next() != -1) {
        copy.write(cursor.data, cursor.start, cursor.end - cursor.start);
      }
    }
    return copy;
  }

  private static String reason(Exception e, ResponseBody body) {
    MediaType type = body.contentType();
    String named = type == null ? "no content type" : type.toString();
    if (e instanceof JsonDataException) {
      return "a body of another shape, " + named + ": " + e.getMessage();
    }
    return (e instanceof EOFException ? "a body that breaks off, " : "a body that is not JSON, ")
        + named;
  }

  private static String start(Buffer bytes) {
    return bytes.snapshot((int) Math.min(bytes.size(), KEPT)).utf8();
  }
}
