package dev.clerkbapi.cli.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file of a journal, locked against other processes. Not thread-safe.
 *
 * <p>Each line is handed to the operating system in one write, so appended lines survive the
 * process, even after {@code kill -9}. They may not survive the machine: after a power failure the
 * last seconds can be missing, and users locked in them count as locked before. Syncing every line
 * would prevent that, but would slow the run down to the speed of the disk when minutes count; only
 * {@link #close()} syncs.
 *
 * <p>Lines are not written through a {@code FileChannel}, because it closes itself when the writing
 * thread is interrupted, which is how a run is cancelled.
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
   * Opens a file, creating it if needed.
   *
   * @throws UnusableJournalException if another process has it open
   */
  static JournalFile open(Path path) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      if (lock(file) == null) {
        throw new UnusableJournalException(
            path + " is in use by another lock-users; wait until it ends");
      }
      return new JournalFile(file, path.toString());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** The lock is released when the file is closed or the process ends, however it ends. */
  private static @Nullable FileLock lock(RandomAccessFile file) throws IOException {
    try {
      return file.getChannel().tryLock();
    } catch (OverlappingFileLockException e) { // This process has it open.
      return null;
    }
  }

  /**
   * Reads the file, and removes an incomplete last line, so that lines can be appended.
   *
   * @throws UnusableJournalException if it is not a journal, or is damaged before its last line
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

  /** Returns whether an incomplete last line was removed. */
  boolean wasCut() {
    return wasCut;
  }

  @Override
  public void append(byte[] line) throws IOException {
    if (failure != null) {
      throw named(failure);
    }
    try {
      file.write(line);
      length += line.length;
    } catch (IOException e) {
      // Part of the line may have been written. Nothing may follow it, so remove it if possible.
      failure = e;
      removeAfter(length, e);
      throw named(e);
    }
  }

  private void removeAfter(long end, IOException reason) {
    try {
      file.setLength(end);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  /** The system's message, such as of a full disk, does not name the file. */
  private IOException named(IOException e) {
    return new IOException(name + ": " + e.getMessage(), e);
  }

  @Override
  public void close() throws IOException {
    try (file) {
      file.getFD().sync();
    } catch (IOException e) {
      throw named(e);
    }
  }
}
