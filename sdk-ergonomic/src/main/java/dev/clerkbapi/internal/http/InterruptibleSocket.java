package dev.clerkbapi.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * A socket on which an interrupt ends a read within 50 ms, because it waits in slices.
 *
 * <p>A socket over a channel would react at once, but there an interrupt closes the channel even
 * during a write, and on HTTP/2 that ends the calls of all other threads on the connection.
 *
 * <p>A read without a timeout waits in one piece. That is how OkHttp's own thread reads an HTTP/2
 * connection, on which the calling threads do not wait for the socket at all.
 */
final class InterruptibleSocket extends Socket {
  private static final int SLICE_MILLIS = 50;

  private volatile int timeoutMillis;

  @Override
  public synchronized void setSoTimeout(int millis) {
    timeoutMillis = millis;
  }

  @Override
  public synchronized int getSoTimeout() {
    return timeoutMillis;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Input(super.getInputStream());
  }

  private void waitAtMost(long millis) throws IOException {
    super.setSoTimeout((int) millis);
  }

  /** Reads with the socket's timeout, slice by slice. */
  private final class Input extends FilterInputStream {
    Input(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (timeoutMillis == 0) {
        waitAtMost(0);
        return in.read(bytes, offset, length);
      }
      return readInSlices(bytes, offset, length);
    }

    private int readInSlices(byte[] bytes, int offset, int length) throws IOException {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
      long left = timeoutMillis;
      while (true) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("interrupted");
        }
        waitAtMost(Math.min(left, SLICE_MILLIS));
        try {
          return in.read(bytes, offset, length);
        } catch (SocketTimeoutException e) {
          left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
          if (left <= 0) {
            throw e;
          }
        }
      }
    }
  }
}
