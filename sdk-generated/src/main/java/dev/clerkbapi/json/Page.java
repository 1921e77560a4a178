package dev.clerkbapi.json;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What BAPI responds with to a request for a list: the elements, and how many there are on all
 * pages together where BAPI tells that. Immutable, so safe to share between threads.
 *
 * <pre>{@code
 * Page<Organization> page = clerk.call(clerk.api(OrganizationsApi.class).listOrganizations());
 * page.forEach(organization -> System.out.println(organization.name()));
 * page.totalCount().ifPresent(total -> System.out.println(page.size() + " of " + total));
 * }</pre>
 *
 * @param <T> the elements
 */
public final class Page<T> implements Iterable<T> {
  private static final String DATA = "data";

  private final List<T> data;
  private final @Nullable Long totalCount;
  private final @Nullable String member;
  private final Map<String, @Nullable Object> additionalMembers;

  /** {@code member} holds the list in JSON; null where the list is all there is. */
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
   * Makes a page without a total, for tests of your own.
   *
   * @param data such as {@code List.of(user)}
   */
  public static <T> Page<T> of(List<T> data) {
    return new Page<>(data, null, null, Map.of());
  }

  /**
   * Makes a page with a total, for tests of your own.
   *
   * @param data such as {@code List.of(user)}
   * @param totalCount how many elements there are on all pages, for example 120
   */
  public static <T> Page<T> of(List<T> data, long totalCount) {
    return new Page<>(data, totalCount, DATA, Map.of());
  }

  /** The elements of this page, in BAPI's order; unmodifiable. */
  public List<T> data() {
    return data;
  }

  /**
   * How many elements there are on all pages together; empty where BAPI does not tell. Users, for
   * example, are counted by {@code getUsersCount} only.
   */
  public OptionalLong totalCount() {
    return totalCount == null ? OptionalLong.empty() : OptionalLong.of(totalCount);
  }

  /**
   * What came beside the list and its total, as {@link Model#additionalMembers()}; mostly empty.
   */
  public Map<String, @Nullable Object> additionalMembers() {
    return additionalMembers;
  }

  /** How many elements this page has. */
  public int size() {
    return data.size();
  }

  /** Whether this page has no elements. */
  public boolean isEmpty() {
    return data.isEmpty();
  }

  /** The elements of this page. */
  public Stream<T> stream() {
    return data.stream();
  }

  /** The elements of this page; does not remove any. */
  @Override
  public Iterator<T> iterator() {
    return data.iterator();
  }

  /**
   * Writes BAPI's JSON of this page, compact and in the shape that it came in, with secrets in
   * clear; see {@link Model#toJson()}.
   */
  public String toJson() {
    return ModelAdapter.text(this);
  }

  @Nullable String member() {
    return member;
  }

  /** Equal elements, total and additional members; the shape in JSON does not count. */
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
   * The elements, secrets in them as {@code ***}, and the total; additional members by name only.
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
