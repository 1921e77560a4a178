package dev.clerkbapi;

import dev.clerkbapi.json.MissingMemberException;
import dev.clerkbapi.json.Page;
import dev.clerkbapi.json.QueryParams;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * The elements of all pages of a list, each once. Keeps the pages that are under way, and of what
 * was delivered only the IDs.
 */
final class PagedStream<T> implements Iterator<T> {
  private final PageSource<T> pages;
  private final Function<T, @Nullable String> id;
  private final Set<String> delivered = new HashSet<>();
  private Iterator<T> page = Collections.emptyIterator();
  private @Nullable T next;

  private PagedStream(PageSource<T> pages, Function<T, @Nullable String> id) {
    this.pages = pages;
    this.id = id;
  }

  /** Makes the call for a page. */
  interface PageCall<T> {
    Call<Page<T>> of(String limit, String offset);
  }

  /** Returns a stream of elements that have no ID. */
  static <T> Stream<T> of(ClerkClient client, QueryParams params, PageCall<T> calls) {
    return of(client, params, calls, element -> null);
  }

  /**
   * Returns a stream that sends nothing before it is read.
   *
   * @param params with the size of a page and the first offset, if the caller cares
   * @throws IllegalArgumentException if these are no numbers, or a cursor is set beside them
   * @throws IllegalStateException inside of {@link ClerkClient#withResponse}
   */
  static <T> Stream<T> of(
      ClerkClient client, QueryParams params, PageCall<T> calls, Function<T, @Nullable String> id) {
    client.requireStreams();
    PageSource<T> pages = new PageSource<>(client, calls, PageWindow.of(params));
    Iterator<T> elements = new PagedStream<>(pages, id);
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(elements, traits), false)
        .onClose(pages::close);
  }

  @Override
  public boolean hasNext() {
    while (next == null && (page.hasNext() || pages.hasNext())) {
      if (page.hasNext()) {
        T element = page.next();
        next = isNew(element) ? element : null;
      } else {
        page = pages.next().iterator();
      }
    }
    return next != null;
  }

  @Override
  public T next() {
    T element = hasNext() ? next : null;
    if (element == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return element;
  }

  private boolean isNew(T element) {
    String key;
    try {
      key = id.apply(element);
    } catch (MissingMemberException e) {
      key = null; // It cannot be told from others, so it is delivered.
    }
    return key == null || delivered.add(key);
  }
}
