package dev.clerkbapi.json;

import java.time.Instant;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The optional query parameters of an operation. Immutable.
 *
 * <p>It is a map only because Retrofit's {@code @QueryMap} requires one: a parameter with several
 * values has one entry per value, so that its name is repeated in the query. Use the builder, not
 * the methods of {@code Map}.
 */
public abstract class QueryParams extends AbstractMap<String, String> {
  private final Map<String, List<String>> parameters;
  private final List<Map.Entry<String, String>> entries = new ArrayList<>();

  protected QueryParams(Builder<?> builder) {
    this.parameters = new LinkedHashMap<>(builder.parameters);
    parameters.forEach(
        (name, values) -> values.forEach(value -> entries.add(Map.entry(name, value))));
  }

  @Override
  public final Set<Map.Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, String>> iterator() {
        return List.copyOf(entries).iterator();
      }

      @Override
      public int size() {
        return entries.size();
      }
    };
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof QueryParams that
        && getClass() == that.getClass()
        && parameters.equals(that.parameters);
  }

  @Override
  public final int hashCode() {
    return parameters.hashCode();
  }

  /** Returns the parameters with their values. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + parameters;
  }

  /**
   * The base class of all builders of query parameters. Not thread-safe.
   *
   * @param <B> the builder itself
   */
  public abstract static class Builder<B extends Builder<B>> {
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    protected Builder() {}

    protected Builder(QueryParams from) {
      parameters.putAll(from.parameters);
    }

    /**
     * Sets a parameter for which this version of the SDK has no setter.
     *
     * @param name the parameter's name, for example {@code new_filter}
     * @param values its values; none removes the parameter
     * @throws IllegalArgumentException if the name or a value contains half of a surrogate pair
     */
    public final B additionalParameter(String name, String... values) {
      Intake.check("the name of a parameter", Objects.requireNonNull(name, "name"));
      return set(name, Json.copy(name, List.of(values)));
    }

    protected final B set(String name, Object value) {
      Intake.check(name, value);
      return set(name, List.of(text(value)));
    }

    protected final B setAll(String name, List<?> values) {
      List<String> texts = new ArrayList<>();
      Json.copy(name, values).forEach(value -> texts.add(text(value)));
      return set(name, List.copyOf(texts));
    }

    protected final B setCommaSeparated(String name, List<?> values) {
      List<String> texts = new ArrayList<>();
      Json.copy(name, values).forEach(value -> texts.add(text(value)));
      return set(name, texts.isEmpty() ? List.of() : List.of(String.join(",", texts)));
    }

    @SuppressWarnings("unchecked") // B is the builder itself
    private B set(String name, List<String> values) {
      if (values.isEmpty()) {
        parameters.remove(name);
      } else {
        parameters.put(name, values);
      }
      return (B) this;
    }

    private static String text(Object value) {
      if (value instanceof Instant instant) {
        return Long.toString(instant.toEpochMilli());
      }
      return (value instanceof Number number ? Numbers.plain(number) : value).toString();
    }
  }
}
