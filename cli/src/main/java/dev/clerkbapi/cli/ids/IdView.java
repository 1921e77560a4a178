package dev.clerkbapi.cli.ids;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntPredicate;

/**
 * Some IDs of a table, in its order, found one after the other: it takes no memory for each.
 *
 * <p>The table may change meanwhile, from other threads, too, if they hold the lock.
 */
public final class IdView extends AbstractCollection<String> {
  private final IdTable ids;
  private final IntPredicate wanted;
  private final Object lock;
  private final int size;

  /**
   * Counts the IDs that are wanted now.
   *
   * @param wanted whether the ID at a position is wanted
   * @param lock held while the table is read
   */
  public IdView(IdTable ids, IntPredicate wanted, Object lock) {
    this.ids = ids;
    this.wanted = wanted;
    this.lock = lock;
    int count = 0;
    synchronized (lock) {
      for (int at = first(0); at < ids.end(); at = first(ids.next(at))) {
        count++;
      }
    }
    this.size = count;
  }

  /** Returns how many IDs were wanted when this was made. */
  @Override
  public int size() {
    return size;
  }

  @Override
  public Iterator<String> iterator() {
    return new Iterator<>() {
      private int next = 0;

      @Override
      public boolean hasNext() {
        synchronized (lock) {
          next = first(next);
          return next < ids.end();
        }
      }

      @Override
      public String next() {
        synchronized (lock) {
          next = first(next);
          if (next >= ids.end()) {
            throw new NoSuchElementException();
          }
          String id = ids.id(next);
          next = ids.next(next);
          return id;
        }
      }
    };
  }

  private int first(int from) {
    int at = from;
    while (at < ids.end() && !wanted.test(at)) {
      at = ids.next(at);
    }
    return at;
  }
}
