package dev.clerkbapi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file of a journal, held by this process alone. Not thread-safe.
 *
 * <p>Each line is one write, which hands it to the operating system. So whatever was appended
 * outlives the process, {@code kill -9} included. It may not outlive the machine: after a loss of
 * power, the last seconds can be missing, and whoever was locked in them counts as locked before.
 * Waiting for the disk at each line would help against that, at the price of a run that is as slow
 * as the disk in the very hour in which minutes count; {@link #close()} does wait for it.
 *
 * <p>Not a {@code FileChannel} for writing: that closes itself when a thread that uses it is
 * interrupted, which is how a run is cancelled.
 */
final class JournalFile implements JournalSink {
  private final RandomAccessFile file;
  private final String name;
  private long length;
  private boolean wasCut;
  private @Nullable IOException failure;

  private JournalFile(RandomAccessFile file, String name) {
    this.file = file;
    this.name = name;
  }

  /**
   * Opens a file, or makes it.
   *
   * @throws RefusedException if another process has it
   */
  static JournalFile open(Path path) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      if (lock(file) == null) {
        throw new RefusedException(path + " is in use by another lock-users; wait for its end");
      }
      return new JournalFile(file, path.toString());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Released when the file is closed, or the process ends in whatever way. */
  private static @Nullable FileLock lock(RandomAccessFile file) throws IOException {
    try {
      return file.getChannel().tryLock();
    } catch (OverlappingFileLockException e) { // This process has it.
      return null;
    }
  }

  /**
   * Reads what is there, and makes the end fit for appending.
   *
   * @throws RefusedException if it is not a journal, or damaged before its last line
   */
  JournalState read() throws IOException {
    InputStream in = Channels.newInputStream(file.getChannel().position(0));
    JournalReader reader = new JournalReader(in, name);
    JournalState state = reader.read();
    wasCut = reader.isCut();
    length = reader.usable();
    file.setLength(length);
    file.seek(length);
    if (reader.lacksLineFeed()) {
      append(new byte[] {'\n'});
    }
    return state;
  }

  /** Whether a damaged last line was cut off. */
  boolean wasCut() {
    return wasCut;
  }

  @Override
  public void append(byte[] line) throws IOException {
    if (failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
    try {
      file.write(line);
      length += line.length;
    } catch (IOException e) {
      // Half a line may be there. It must stay the last one, or better, go.
      failure = e;
      file.setLength(length);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try (file) {
      file.getFD().sync();
    }
  }
}
