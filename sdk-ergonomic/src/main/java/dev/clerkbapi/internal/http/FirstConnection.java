package dev.clerkbapi.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls that need a connection wait for the one that is being made, because all of them can
 * share it if it turns out to be HTTP/2. Without this, 64 calls that start at once would make 64
 * connections and discard 63 of them. Thread-safe.
 *
 * <p>OkHttp asks for the addresses of a host only when no connection fits, and looks for one again
 * once it has them. So this is where a call can wait, and calls that find a connection cost
 * nothing. Where connections carry one call at a time, nobody waits.
 */
final class FirstConnection extends EventListener implements Dns {
  private static final long SLICE_MILLIS = 50;

  // Dns has a Call of its own.
  private static final ThreadLocal<okhttp3.Call> ASKING = new ThreadLocal<>();
  private final AtomicReference<@Nullable Attempted> current = new AtomicReference<>();
  private volatile boolean oneCallEach;

  /** A connection that a call on that thread is making. */
  private record Attempted(Thread thread, CountDownLatch ended) {
    boolean isMine() {
      return thread == Thread.currentThread();
    }
  }

  @Override
  public void dnsStart(okhttp3.Call call, String domainName) {
    ASKING.set(call);
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    okhttp3.Call call = ASKING.get();
    ASKING.remove();
    if (call != null && !oneCallEach) {
      waitForAnother(call);
    }
    return Dns.SYSTEM.lookup(hostname);
  }

  /** Notes that the call of this thread has a connection. */
  void connected(Protocol protocol) {
    Attempted attempted = current.get();
    if (attempted != null && attempted.isMine()) {
      oneCallEach = protocol != Protocol.HTTP_2;
      ended();
    }
  }

  /** Notes that the call of this thread has a connection, or will get none. */
  void ended() {
    Attempted attempted = current.get();
    if (attempted != null && attempted.isMine()) {
      current.set(null);
      attempted.ended().countDown();
    }
  }

  /** Whatever came of the other connection, the call continues then. */
  private void waitForAnother(okhttp3.Call call) throws UnknownHostException {
    Attempted mine = new Attempted(Thread.currentThread(), new CountDownLatch(1));
    Attempted others = current.compareAndExchange(null, mine);
    if (others == null || others.isMine()) {
      return;
    }
    try {
      while (!others.ended().await(SLICE_MILLIS, TimeUnit.MILLISECONDS)) {
        if (call.isCanceled()) { // By its deadline, too.
          throw new UnknownHostException("Canceled");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException("interrupted");
    }
  }
}
