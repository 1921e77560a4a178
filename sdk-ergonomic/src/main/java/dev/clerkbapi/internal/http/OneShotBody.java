package dev.clerkbapi.internal.http;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A stream, which can be read once. It can be sent again as long as nothing of it was read. */
public final class OneShotBody extends RequestBody {
  private final InputStream content;
  private final long length;
  private final MediaType type;
  private volatile boolean spent;

  public OneShotBody(InputStream content, long length, MediaType type) {
    this.content = content;
    this.length = length;
    this.type = type;
  }

  /** Returns whether there is, in a request, a body or part that could not be sent again now. */
  static boolean isSpentIn(@Nullable RequestBody body) {
    if (body instanceof MultipartBody parts) {
      return parts.parts().stream().anyMatch(part -> isSpentIn(part.body()));
    }
    // Nobody knows of a caller's own body whether it was read.
    return body instanceof OneShotBody ours ? ours.spent : body != null && body.isOneShot();
  }

  public boolean isSpent() {
    return spent;
  }

  @Override
  public MediaType contentType() {
    return type;
  }

  @Override
  public long contentLength() {
    return length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    if (spent) {
      throw new IOException("the stream was read by an earlier request");
    }
    spent = true;
    ExactLength.copy(content, length, "the stream", sink);
  }
}
