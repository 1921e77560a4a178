package dev.clerkbapi.webhooks;

/**
 * Remembers which deliveries were processed, because Clerk may deliver an event more than once.
 *
 * <pre>{@code
 * if (!inbox.seen(delivery.id())) {
 *   process(delivery.event());
 *   inbox.remember(delivery.id());
 * }
 * }</pre>
 *
 * <p>Remembering after processing means "at least once": if this process ends in between, the event
 * is processed again. For "exactly once", remember the ID in the same database transaction as what
 * the event causes; the sample {@code UserTable} shows how.
 *
 * <p>Implementations for use by several threads are thread-safe.
 */
public interface WebhookInbox {

  /**
   * Returns whether a delivery was remembered.
   *
   * @param id the {@link WebhookDelivery#id()}, such as {@code msg_2abc}
   */
  boolean seen(String id);

  /**
   * Remembers a delivery.
   *
   * @param id the {@link WebhookDelivery#id()}, such as {@code msg_2abc}
   * @return whether it was not remembered before; of several threads with the same ID, one gets
   *     true
   */
  boolean remember(String id);

  /**
   * Returns an inbox in the memory of this process, which forgets the ID that was remembered first
   * when it is full. It does not know what other processes, or this one before a restart, have
   * seen. Thread-safe.
   *
   * @param capacity how many IDs it holds, such as {@code 10_000}; some 150 bytes each
   * @throws IllegalArgumentException if the capacity is not positive
   */
  static WebhookInbox inMemory(int capacity) {
    return new MemoryInbox(capacity);
  }
}
