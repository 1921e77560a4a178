package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.bapi.Bapi;
import dev.clerkbapi.testing.internal.bapi.Echo;
import dev.clerkbapi.testing.internal.bapi.Example;
import dev.clerkbapi.testing.internal.bapi.Schema;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes responses and objects from the description's schemas. */
final class Examples {
  private final MovableClock clock;
  private final AtomicLong numbers = new AtomicLong();

  Examples(MovableClock clock) {
    this.clock = clock;
  }

  /** Returns a response that fits the operation, with what the request says in it. */
  JsonResponse response(Call call) {
    Schema schema = call.operation().response().orElse(null);
    Object body = schema == null ? null : example().of(schema);
    Echo.into(body, call.operation(), call.path(), call.body());
    return new JsonResponse(call.operation().status(), body, Map.of());
  }

  /**
   * Returns an object of a schema.
   *
   * @param name of the schema, such as {@code Organization}
   * @param known members that it has, if the schema has them
   */
  Map<String, @Nullable Object> object(String name, Map<String, ?> known) {
    return object(Bapi.described().schema(name), known);
  }

  @SuppressWarnings("unchecked") // The keys of JSON are strings.
  Map<String, @Nullable Object> object(Schema schema, Map<String, ?> known) {
    Map<String, @Nullable Object> made =
        (Map<String, @Nullable Object>) Objects.requireNonNull(example().of(schema));
    known.forEach((member, value) -> Echo.put(made, schema.merged(), member, value));
    return made;
  }

  /** Returns a number that no other ID has. */
  long next() {
    return numbers.incrementAndGet();
  }

  long now() {
    return clock.instant().toEpochMilli();
  }

  private Example example() {
    return new Example(clock.instant(), numbers);
  }
}
