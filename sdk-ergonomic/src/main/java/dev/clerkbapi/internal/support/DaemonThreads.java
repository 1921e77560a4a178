package dev.clerkbapi.internal.support;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Makes threads that never keep a JVM alive. */
public final class DaemonThreads implements ThreadFactory {
  private static final long IDLE_SECONDS = 5;

  private final String prefix;
  private final AtomicInteger count = new AtomicInteger();

  private DaemonThreads(String prefix) {
    this.prefix = prefix;
  }

  /** Returns a pool of up to so many threads, which end when they have been idle for 5 s. */
  public static ThreadPoolExecutor pool(String prefix, int most) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DaemonThreads(prefix));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Returns a pool that starts a thread for whatever finds none idle. */
  public static ThreadPoolExecutor unbounded(String prefix) {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        new DaemonThreads(prefix));
  }

  /** Returns what makes threads of this name, with a number. */
  public static ThreadFactory named(String prefix) {
    return new DaemonThreads(prefix);
  }

  /** Returns what makes virtual threads of this name; null before Java 21. */
  public static @Nullable ThreadFactory virtual(String prefix) {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      Object named = type.getMethod("name", String.class, long.class).invoke(builder, prefix, 1L);
      return (ThreadFactory) type.getMethod("factory").invoke(named);
    } catch (ReflectiveOperationException e) {
      return null; // Also where they are a preview.
    }
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, prefix + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
