package dev.clerkbapi;

import dev.clerkbapi.json.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The pages of a list in order, asked for ahead of the reader. The first page is not: most lists
 * have no second one. Used by one thread at a time.
 */
final class PageSource<T> implements Iterator<Page<T>> {
  private final ClerkClient client;
  private final PagedStream.PageCall<T> calls;
  private final long limit;
  private final Deque<Ahead<T>> ahead = new ArrayDeque<>();
  private long offset;
  private OptionalLong total = OptionalLong.empty();
  private boolean ended;

  /** A page under way. */
  private record Ahead<T>(long offset, CompletableFuture<Page<T>> page) {}

  PageSource(ClerkClient client, PagedStream.PageCall<T> calls, PageWindow window) {
    this.client = client;
    this.calls = calls;
    this.limit = window.limit();
    this.offset = window.offset();
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Page<T> next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    boolean arrived = false;
    try {
      Page<T> page = ahead.isEmpty() ? onThisThread(advance()) : received(ahead.remove());
      arrived = true;
      return goOn(page);
    } finally {
      if (!arrived) {
        close(); // Whatever it failed with: nothing is asked for behind a gap.
      }
    }
  }

  /** Ends what is under way, and delivers no further page. */
  void close() {
    ended = true;
    ahead.forEach(it -> it.page().cancel(true));
    ahead.clear();
  }

  /** A page of another size is the last one, or of a list that knows no pages. */
  private Page<T> goOn(Page<T> page) {
    total = page.totalCount();
    if (page.size() == limit) {
      askAhead();
    }
    if (page.size() != limit || (ahead.isEmpty() && isBeyondTheEnd())) {
      close();
    }
    return page;
  }

  private void askAhead() {
    while (ahead.size() < client.readAhead() && !isBeyondTheEnd()) {
      long from = advance();
      ahead.add(new Ahead<>(from, started(from)));
    }
  }

  /** What fails at once fails when the page is due: earlier pages are delivered first. */
  private CompletableFuture<Page<T>> started(long from) {
    try {
      return client.callAsync(calls.of(Long.toString(limit), Long.toString(from)));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Page<T> received(Ahead<T> due) {
    try {
      return due.page().get();
    } catch (InterruptedException e) {
      var unused = due.page().cancel(true);
      Thread.currentThread().interrupt();
      return onThisThread(due.offset()); // Fails as any call on an interrupted thread does.
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause(); // A call declares no others.
    }
  }

  private Page<T> onThisThread(long from) {
    return client.call(calls.of(Long.toString(limit), Long.toString(from)));
  }

  private boolean isBeyondTheEnd() {
    return total.isPresent() && offset >= total.getAsLong();
  }

  private long advance() {
    long from = offset;
    offset += limit;
    return from;
  }
}
