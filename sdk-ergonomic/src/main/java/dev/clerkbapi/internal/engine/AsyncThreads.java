package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.support.DaemonThreads;
import dev.clerkbapi.internal.support.Limits;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Threads for functions that make calls: a virtual one for each where the JDK has them, otherwise a
 * pool of daemons, where further functions queue. Thread-safe.
 */
final class AsyncThreads {
  private static final String PREFIX = "clerk-bapi-async-";

  private final @Nullable ThreadFactory virtual = DaemonThreads.virtual(PREFIX);
  private final ThreadFactory daemons = DaemonThreads.named(PREFIX);
  private final ThreadPoolExecutor pool = DaemonThreads.pool(PREFIX, Limits.REQUESTS_AT_ONCE);

  void start(Runnable task) {
    if (virtual == null) {
      pool.execute(task);
    } else {
      virtual.newThread(task).start();
    }
  }

  /** For a function that another one starts: it must not queue behind one that waits for it. */
  void startAtOnce(Runnable task) {
    (virtual == null ? daemons : virtual).newThread(task).start();
  }

  void close() {
    pool.shutdown();
  }
}
