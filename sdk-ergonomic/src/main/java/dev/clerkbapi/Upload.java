package dev.clerkbapi;

import dev.clerkbapi.internal.http.FileBody;
import dev.clerkbapi.internal.http.OneShotBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/**
 * A file to send, such as a picture: from a path, from bytes, or from a stream. Immutable, but a
 * stream can be read only once.
 *
 * <pre>{@code
 * clerk.users().updateUserProfileImage("user_123", Upload.of(Path.of("ada.png")));
 * }</pre>
 *
 * <p>Files and streams are sent piece by piece, so that their size does not matter for memory. The
 * content type is found by the end of the name (such as {@code .png}), or else by how the content
 * begins, if it is PNG, JPEG, GIF, WebP or SVG and no stream; {@link #contentType} sets another.
 * What BAPI accepts, and up to which size, it decides itself: a file that is too large is a {@link
 * dev.clerkbapi.errors.ClerkApiException.PayloadTooLarge}.
 */
public final class Upload {
  private final String fileName;
  private final MediaType type;
  private final Function<MediaType, RequestBody> body;

  private Upload(String fileName, MediaType type, Function<MediaType, RequestBody> body) {
    if (fileName.isBlank()) {
      throw new IllegalArgumentException("the name of the file is blank");
    }
    this.fileName = fileName;
    this.type = type;
    this.body = body;
  }

  /**
   * Returns the upload of a file, under its own name. The file is read when it is sent, and again
   * when the call is retried; it must not change until then.
   *
   * @param file such as {@code Path.of("ada.png")}
   * @throws IllegalArgumentException if there is no such file, or it cannot be read; the message
   *     has its path
   */
  public static Upload of(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException(file + " is not a file");
      }
      long length = Files.size(file);
      String name = String.valueOf(file.getFileName());
      String found = ContentTypes.of(name, content.readNBytes(ContentTypes.START));
      return new Upload(name, MediaType.get(found), type -> new FileBody(file, length, type));
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e, e);
    }
  }

  /**
   * Returns the upload of bytes. They are copied.
   *
   * @param content the file's content
   * @param fileName what the file is called, such as {@code ada.png}
   * @throws IllegalArgumentException if the name is blank
   */
  public static Upload of(byte[] content, String fileName) {
    byte[] copy = content.clone();
    MediaType found = MediaType.get(ContentTypes.of(fileName, copy));
    return new Upload(fileName, found, type -> RequestBody.create(copy, type));
  }

  /**
   * Returns the upload of a stream, for one call. The stream is read while the request is sent, by
   * the thread that makes the call, and not closed: whoever opened it closes it, after the call.
   *
   * <p>Such a call is retried only as long as nothing was read of the stream, such as after a
   * refused connection; from then on, a failure ends the call, even a 429.
   *
   * @param content the file's content
   * @param length how many bytes the stream has, such as 20480. If it has fewer or more, the
   *     request is broken off, and the call throws a {@link
   *     dev.clerkbapi.errors.ClerkTransportException} that says so
   * @param fileName what the file is called, such as {@code ada.png}
   * @throws IllegalArgumentException if the length is negative or the name is blank
   */
  public static Upload of(InputStream content, long length, String fileName) {
    Objects.requireNonNull(content, "content");
    if (length < 0) {
      throw new IllegalArgumentException("length must be at least 0, was " + length);
    }
    OneShot once = new OneShot(content, length);
    MediaType found = MediaType.get(ContentTypes.of(fileName, new byte[0]));
    return new Upload(fileName, found, once::body);
  }

  /**
   * Returns the same upload with another content type.
   *
   * @param contentType such as {@code image/png}
   * @throws IllegalArgumentException if that is no content type
   */
  public Upload contentType(String contentType) {
    return new Upload(fileName, MediaType.get(contentType), body);
  }

  /** Returns the content type that is sent, such as {@code image/png}. */
  public String contentType() {
    return type.toString();
  }

  /** Returns what the file is called, such as {@code ada.png}. */
  public String fileName() {
    return fileName;
  }

  RequestBody body() {
    return body.apply(type);
  }

  /** Returns the name and the content type. */
  @Override
  public String toString() {
    return "Upload{" + fileName + ", " + type + "}";
  }

  /** A stream, of which all uploads that are copies of one another know whether it was read. */
  private static final class OneShot {
    private final InputStream content;
    private final long length;
    private volatile OneShotBody made;

    OneShot(InputStream content, long length) {
      this.content = content;
      this.length = length;
      this.made = new OneShotBody(content, length, MediaType.get("application/octet-stream"));
    }

    RequestBody body(MediaType type) {
      if (made.isSpent()) {
        throw new IllegalStateException(
            "the stream of this upload was read by an earlier call; make another Upload");
      }
      made = new OneShotBody(content, length, type);
      return made;
    }
  }
}
