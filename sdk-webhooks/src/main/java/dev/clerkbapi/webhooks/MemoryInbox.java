package dev.clerkbapi.webhooks;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The latest IDs, in the order in which they were remembered. */
final class MemoryInbox implements WebhookInbox {
  private final int capacity;
  private final Set<String> ids = new LinkedHashSet<>();

  MemoryInbox(int capacity) {
    if (capacity <= 0) {
      throw new IllegalArgumentException("capacity is not positive: " + capacity);
    }
    this.capacity = capacity;
  }

  @Override
  public synchronized boolean seen(String id) {
    return ids.contains(requireNonNull(id, "id"));
  }

  @Override
  public synchronized boolean remember(String id) {
    boolean isNew = ids.add(requireNonNull(id, "id"));
    if (ids.size() > capacity) {
      Iterator<String> oldest = ids.iterator();
      oldest.next();
      oldest.remove();
    }
    return isNew;
  }
}
