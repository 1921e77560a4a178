package dev.clerkbapi.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** The content of a file, which is read each time that it is sent. */
public final class FileBody extends RequestBody {
  private final Path file;
  private final long length;
  private final MediaType type;

  public FileBody(Path file, long length, MediaType type) {
    this.file = file;
    this.length = length;
    this.type = type;
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
  public void writeTo(BufferedSink sink) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      ExactLength.copy(content, length, file.toString(), sink);
    }
  }
}
