package dev.clerkbapi.metadata;

import dev.clerkbapi.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of a user, organization or membership as a value of a type of yours, and back. Immutable
 * and thread-safe.
 *
 * <pre>{@code
 * record Plan(String name, int seats, List<String> features) {}
 *
 * Plan plan = Metadata.of(user.publicMetadata()).as(Plan.class);
 * clerk.users().updateUserMetadata(user.id(), r -> r.publicMetadata(Metadata.from(plan)));
 * }</pre>
 *
 * <p>The type is a record, or a class with a constructor without parameters, whose fields (also
 * those that it inherits; neither static nor transient ones) are the members. The names in JSON are
 * those in Java. Members may be of these types, also of lists, sets and maps with text as keys of
 * them: {@code String}, primitives and their wrappers, {@code BigInteger}, {@code BigDecimal},
 * enums (by the names of their constants), {@code Instant}, {@code OffsetDateTime}, {@code
 * LocalDate}, {@code Duration}, {@code UUID}, {@code URI} (as text), {@code Object}, and further
 * such records and classes. Whole numbers are exact: what does not fit is an error, and never
 * rounded.
 *
 * <p>Members that the type does not have are passed over by {@link #as}, and kept by {@link #with}.
 * A member that is missing is null, like one that is null; a primitive cannot be, which is an
 * error.
 *
 * <p>In a module of your own, the type's package must be open to this one: {@code opens com.example
 * to dev.clerkbapi}; on the class path there is nothing to do. A native image needs the type's
 * fields and constructors, see the section "Native image" in {@code docs/configuration.md}. A
 * Kotlin data class works with {@code @JvmRecord}, or if each of its properties has a default
 * value.
 */
public final class Metadata {
  private final Map<String, @Nullable Object> members;

  private Metadata(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  /**
   * Returns metadata as BAPI sends it.
   *
   * @param metadata such as {@code user.publicMetadata()}; it is copied
   * @throws IllegalArgumentException if it holds what JSON cannot represent
   */
  public static Metadata of(Map<String, ? extends @Nullable Object> metadata) {
    return new Metadata(Json.copyFreeForm("metadata", metadata));
  }

  /**
   * Returns a value's members, for the metadata of a request. A member that is null is null in the
   * map: a merge such as {@code updateUserMetadata} removes its key. Members that the type does not
   * have are not in the map, so that a merge leaves them alone, and replacing loses them; see
   * {@link #with}.
   *
   * @param value such as {@code new Plan("pro", 5, List.of())}
   * @throws MetadataException if a value in it has no form in JSON
   */
  public static Map<String, @Nullable Object> from(Object value) {
    Object written = new Writing().write(Objects.requireNonNull(value, "value"));
    if (!(written instanceof Map<?, ?> map)) {
      throw new MetadataException(
          "", "not a record, class or map with members, but " + value.getClass().getTypeName());
    }
    try {
      return Json.copyFreeForm("metadata", names(map));
    } catch (IllegalArgumentException e) { // Such as NaN, or half of a surrogate pair.
      String message = String.valueOf(e.getMessage());
      String path = message.replaceFirst("^metadata\\.?", "").replaceFirst(": .*", "");
      throw new MetadataException(path, message.replaceFirst("^.*?: ", ""), e);
    }
  }

  /**
   * Returns the metadata as a value of a type.
   *
   * @param type such as {@code Plan.class}
   * @throws MetadataException if a member does not fit its type, or the type cannot be read
   */
  public <T> T as(Class<T> type) {
    Object value = new Reading().read(members, type);
    return Boxes.of(type).cast(Objects.requireNonNull(value));
  }

  /**
   * Returns this metadata with the members of a value, at any depth, and the other members as they
   * are: for replacing, such as by {@code replaceUserMetadata}, without loss. Lists are replaced as
   * a whole.
   *
   * @param value such as {@code new Plan("pro", 5, List.of())}
   * @throws MetadataException if a value in it has no form in JSON
   */
  public Map<String, @Nullable Object> with(Object value) {
    return merged(members, from(value));
  }

  private static Map<String, @Nullable Object> merged(Map<?, ?> old, Map<?, ?> changes) {
    Map<String, @Nullable Object> merged = names(old);
    names(changes)
        .forEach(
            (name, value) -> {
              if (merged.get(name) instanceof Map<?, ?> before
                  && value instanceof Map<?, ?> after) {
                merged.put(name, merged(before, after));
              } else {
                merged.put(name, value);
              }
            });
    return merged;
  }

  private static Map<String, @Nullable Object> names(Map<?, ?> map) {
    Map<String, @Nullable Object> names = new LinkedHashMap<>();
    map.forEach((name, value) -> names.put((String) name, value));
    return names;
  }

  /** Returns the names of the members, without their values, which may be private. */
  @Override
  public String toString() {
    return "Metadata" + members.keySet();
  }
}
