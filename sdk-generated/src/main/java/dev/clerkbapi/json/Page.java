package dev.clerkbapi.json;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list: its elements and, if BAPI reports it, the total number of elements on all
 * pages. Immutable, and therefore safe to share between threads. Serializable if its elements are,
 * as models are.
 *
 * <pre>{@code
 * Page<Organization> page = clerk.call(clerk.api(OrganizationsApi.class).listOrganizations());
 * page.forEach(organization -> System.out.println(organization.name()));
 * page.totalCount().ifPresent(total -> System.out.println(page.size() + " of " + total));
 * }</pre>
 *
 * @param <T> the elements
 */
public final class Page<T> implements Iterable<T>, Serializable {
  private static final long serialVersionUID = 1L;
  private static final String DATA = "data";

  @SuppressWarnings("serial") // List.copyOf returns one that is
  private final List<T> data;

  private final @Nullable Long totalCount;
  private final @Nullable String member;

  @SuppressWarnings("serial") // FreeForm makes only what is
  private final Map<String, @Nullable Object> additionalMembers;

  /** {@code member} is the name of the list in JSON; null if the JSON is a bare array. */
  Page(
      List<T> data,
      @Nullable Long totalCount,
      @Nullable String member,
      Map<String, @Nullable Object> additionalMembers) {
    this.data = List.copyOf(data);
    this.totalCount = totalCount;
    this.member = member;
    this.additionalMembers = additionalMembers;
  }

  /**
   * Returns a page without a total, for your tests.
   *
   * @param data such as {@code List.of(user)}
   */
  public static <T> Page<T> of(List<T> data) {
    return new Page<>(data, null, null, Map.of());
  }

  /**
   * Returns a page with a total, for your tests.
   *
   * @param data such as {@code List.of(user)}
   * @param totalCount how many elements there are on all pages, for example 120
   */
  public static <T> Page<T> of(List<T> data, long totalCount) {
    return new Page<>(data, totalCount, DATA, Map.of());
  }

  /** Returns the elements of this page, in BAPI's order; unmodifiable. */
  public List<T> data() {
    return data;
  }

  /**
   * Returns the number of elements on all pages; empty if BAPI does not report it. For users, for
   * example, only {@code getUsersCount} does.
   */
  public OptionalLong totalCount() {
    return totalCount == null ? OptionalLong.empty() : OptionalLong.of(totalCount);
  }

  /**
   * Returns other members of the JSON than the list and its total, as {@link
   * Model#additionalMembers()} does; usually empty.
   */
  public Map<String, @Nullable Object> additionalMembers() {
    return additionalMembers;
  }

  /** Returns the number of elements of this page. */
  public int size() {
    return data.size();
  }

  /** Returns whether this page has no elements. */
  public boolean isEmpty() {
    return data.isEmpty();
  }

  /** Returns a stream of the elements of this page. */
  public Stream<T> stream() {
    return data.stream();
  }

  /** Returns an iterator over the elements of this page; it does not support removal. */
  @Override
  public Iterator<T> iterator() {
    return data.iterator();
  }

  /**
   * Returns this page as JSON on one line, in the shape in which BAPI sent it, with secrets in
   * clear text; see {@link Model#toJson()}.
   */
  public String toJson() {
    return ModelAdapter.text(this);
  }

  @SuppressWarnings("RedundantNullCheck") // A stream can be forged.
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    if (data == null || additionalMembers == null) {
      throw new InvalidObjectException("a page without its elements");
    }
  }

  @Nullable String member() {
    return member;
  }

  /** Compares elements, total and additional members, but not the shape of the JSON. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Page<?> that
        && data.equals(that.data)
        && Objects.equals(totalCount, that.totalCount)
        && additionalMembers.equals(that.additionalMembers);
  }

  @Override
  public int hashCode() {
    return Objects.hash(data, totalCount, additionalMembers);
  }

  /**
   * Returns the elements, with {@code ***} for secrets in them, the total, and only the names of
   * additional members.
   */
  @Override
  public String toString() {
    return "Page{data="
        + data
        + (totalCount == null ? "" : ", totalCount=" + totalCount)
        + (additionalMembers.isEmpty() ? "" : ", additionalMembers=" + additionalMembers.keySet())
        + "}";
  }
}
