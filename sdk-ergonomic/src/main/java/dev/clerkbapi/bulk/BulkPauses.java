package dev.clerkbapi.bulk;

import static dev.clerkbapi.bulk.BulkTrouble.NO_RESPONSE;
import static dev.clerkbapi.bulk.BulkTrouble.UNAVAILABLE;

import dev.clerkbapi.bulk.LockOutcome.Skipped;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkDecodingException;
import dev.clerkbapi.errors.ClerkException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of a bulk run, and pauses it while BAPI takes none ({@link BulkTrouble}): the
 * requests that failed and those still to be sent wait in a queue; the first of it is sent after a
 * while, to see. If it succeeds, all of them are; if not, it goes to the end of the queue. Without
 * any success for long enough the run gives up. Thread-safe.
 */
final class BulkPauses {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 5;

  /** Longer is not believed, as in the client itself: one request a minute harms nobody. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** The first in the queue holds it, from its wait until its request has ended. */
  private final ReentrantLock turn = new ReentrantLock(true);

  private final BulkTime time;
  private final BulkEnd end;
  private final Duration giveUpAfter;
  private final Consumer<LockPause> listener;
  private volatile @Nullable Pause pause;
  private volatile int opened;
  private long served;
  private int failedInARow;
  private @Nullable Long failingSince;

  /**
   * @param until by {@link BulkTime#nanoTime()}
   */
  private record Pause(long until, LockPause shown) {}

  BulkPauses(BulkTime time, BulkEnd end, Duration giveUpAfter, Consumer<LockPause> listener) {
    this.time = time;
    this.end = end;
    this.giveUpAfter = giveUpAfter;
    this.listener = listener;
  }

  /** Returns the pause of the run; null if there is none. */
  @Nullable LockPause current() {
    Pause now = pause;
    return now == null ? null : now.shown();
  }

  /**
   * Sends a request, again and again while BAPI takes none.
   *
   * @param reads whether the request changes nothing
   * @throws ClerkException if it fails in a way that is not waited for; or if the run has ended
   *     after a request that may have been carried out
   * @throws BulkEndedException if the run has ended, and nothing was carried out
   */
  <T> T send(boolean reads, Supplier<T> request) {
    BulkTry tries = new BulkTry(reads);
    try {
      while (true) {
        T value = sendInTurn(request, tries);
        if (value != null) {
          return value;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw tries.ended(end.reason());
    }
  }

  /** Returns null if it is to be sent again. */
  private <T> @Nullable T sendInTurn(Supplier<T> request, BulkTry tries)
      throws InterruptedException {
    boolean first = pause != null && takeTurn();
    try {
      if (end.isEnded()) {
        throw tries.ended(end.reason());
      }
      return send(request, tries, first);
    } finally {
      if (first) {
        turn.unlock();
      }
    }
  }

  /** Waits for the end of the pause; returns whether this is the one request to try it with. */
  private boolean takeTurn() throws InterruptedException {
    turn.lockInterruptibly();
    boolean first = false;
    try {
      Pause current = pause;
      if (current != null && !end.isEnded()) {
        time.sleep(Math.max(0, current.until() - time.nanoTime()), end.latch());
        first = true;
      }
      return first;
    } finally {
      if (!first) {
        turn.unlock();
      }
    }
  }

  private <T> @Nullable T send(Supplier<T> request, BulkTry tries, boolean first)
      throws InterruptedException {
    int openedBefore = opened;
    try {
      T value = request.get();
      succeeded(first);
      return value;
    } catch (ClerkException e) {
      BulkTrouble trouble = BulkTrouble.of(e, tries.reads());
      if (trouble == null) {
        endOfRequest(e, first);
        throw tries.error(e);
      } else if (failed(e, trouble, tries)) {
        throw tries.error(e);
      }
      pauseOrWait(e, trouble, first || openedBefore == opened, first);
      return null;
    }
  }

  /**
   * A failure that is not waited for; but only BAPI's own word is a sign that the pause is over.
   */
  private void endOfRequest(ClerkException e, boolean first) throws InterruptedException {
    if (isFromBapi(e)) {
      succeeded(first);
    } else if (first) {
      pauseOrWait(e, e instanceof ClerkApiException ? UNAVAILABLE : NO_RESPONSE, true, true);
    }
  }

  /** It works, even if it refuses this request. */
  private static boolean isFromBapi(ClerkException e) {
    return e instanceof ClerkDecodingException
        || (e instanceof ClerkApiException response && response.status() < 500);
  }

  private synchronized void succeeded(boolean first) {
    served++;
    failingSince = null;
    if (first) {
      pause = null;
      failedInARow = 0;
      opened++;
    }
  }

  private synchronized boolean failed(ClerkException e, BulkTrouble trouble, BulkTry tries) {
    return tries.failed(e, trouble, served);
  }

  /**
   * @param isNews whether the failure is younger than the last end of a pause
   */
  private void pauseOrWait(ClerkException e, BulkTrouble trouble, boolean isNews, boolean first)
      throws InterruptedException {
    long left = nanosUntilGivingUp();
    if (left <= 0) {
      end.end(Skipped.Reason.GAVE_UP);
    } else if (trouble == BulkTrouble.NO_PERMIT) {
      time.sleep(Math.min(FIRST.toNanos(), left), end.latch());
    } else {
      LockPause started = isNews ? pause(e, trouble, left, first) : null;
      if (started != null) {
        listener.accept(started);
      }
    }
  }

  private synchronized long nanosUntilGivingUp() {
    long now = time.nanoTime();
    if (failingSince == null) {
      failingSince = now;
    }
    return giveUpAfter.toNanos() - (now - failingSince);
  }

  private synchronized @Nullable LockPause pause(
      ClerkException e, BulkTrouble trouble, long left, boolean first) {
    if (pause != null && !first) {
      return null; // Another request that was under way has failed already.
    }
    Duration backOff = FIRST.multipliedBy(1L << Math.min(failedInARow++, MOST_DOUBLINGS));
    Duration asked =
        BulkTrouble.askedFor(e).filter(it -> it.compareTo(backOff) > 0).orElse(backOff);
    Duration believed = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    long nanos = Math.min(believed.toNanos(), left);
    LockPause shown = new LockPause(trouble.reason(), Duration.ofNanos(nanos), e);
    pause = new Pause(time.nanoTime() + nanos, shown);
    return shown;
  }
}
