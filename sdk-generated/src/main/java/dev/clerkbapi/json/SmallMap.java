package dev.clerkbapi.json;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable map of a few members in their order: keys and values in turn, in one array. It
 * takes a quarter of the memory of a {@code LinkedHashMap}. Thread-safe.
 */
@SuppressWarnings("serial") // The array's elements are strings, numbers, lists and maps like this.
final class SmallMap extends AbstractMap<String, @Nullable Object> implements Serializable {
  /** With more members, comparing one key after the other takes longer than hashing. */
  static final int MOST = 12;

  private static final long serialVersionUID = 1L;

  private final @Nullable Object[] pairs;

  /** Takes the array itself; nobody may change it any more. */
  SmallMap(@Nullable Object[] pairs) {
    this.pairs = pairs;
  }

  static SmallMap of(Map<String, ? extends @Nullable Object> map) {
    @Nullable Object[] pairs = new @Nullable Object[2 * map.size()];
    int end = 0;
    for (Map.Entry<String, ? extends @Nullable Object> entry : map.entrySet()) {
      pairs[end++] = entry.getKey();
      pairs[end++] = entry.getValue();
    }
    return new SmallMap(pairs);
  }

  /** Returns the index of a key before {@code end}; -1 if it is not there. */
  static int indexOf(@Nullable Object[] pairs, int end, @Nullable Object key) {
    for (int i = 0; i < end && key != null; i += 2) {
      if (key.equals(pairs[i])) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    int index = indexOf(pairs, pairs.length, key);
    return index < 0 ? null : pairs[index + 1];
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return indexOf(pairs, pairs.length, key) >= 0;
  }

  @Override
  public int size() {
    return pairs.length / 2;
  }

  /** Also for a key that is not there, as other unmodifiable maps do. */
  @Override
  public @Nullable Object remove(@Nullable Object key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
        return new Entries(pairs);
      }

      @Override
      public int size() {
        return SmallMap.this.size();
      }
    };
  }

  private static final class Entries implements Iterator<Map.Entry<String, @Nullable Object>> {
    private final @Nullable Object[] pairs;
    private int next;

    Entries(@Nullable Object[] pairs) {
      this.pairs = pairs;
    }

    @Override
    public boolean hasNext() {
      return next < pairs.length;
    }

    @Override
    public Map.Entry<String, @Nullable Object> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      next += 2;
      return new SimpleImmutableEntry<>((String) pairs[next - 2], pairs[next - 1]);
    }
  }
}
