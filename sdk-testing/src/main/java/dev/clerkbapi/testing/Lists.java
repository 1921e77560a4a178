package dev.clerkbapi.testing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Pages and orders of lists of objects. */
final class Lists {
  private Lists() {}

  /** Returns a page with the total of all pages. */
  static JsonResponse page(Query query, List<? extends Map<String, ?>> all) {
    return JsonResponse.ok(
        Map.of("data", Paging.of(query).of(all.stream()).toList(), "total_count", all.size()));
  }

  /**
   * Sorts objects by one of their members.
   *
   * @param otherwise the order if the query asks for none, such as {@code -created_at}
   * @param fields what can be sorted by
   */
  static <T extends Map<String, ?>> List<T> ordered(
      Query query, String otherwise, Set<String> fields, List<T> all) {
    String sent = query.first("order_by").orElse(otherwise);
    boolean descending = sent.startsWith("-");
    String field = descending ? sent.substring(1) : Signs.withoutPlus(sent);
    if (!fields.contains(field)) {
      throw Refusal.unsupported(
          "FakeBapi does not sort this by %s. It knows %s, each with + or - before it"
              .formatted(field, fields));
    }
    // What was added later is newer, even if the clock stands still.
    Comparator<Integer> byIndex =
        Comparator.<Integer, String>comparing(i -> key(all.get(i).get(field)))
            .thenComparing(Comparator.naturalOrder());
    return IntStream.range(0, all.size())
        .boxed()
        .sorted(descending ? byIndex.reversed() : byIndex)
        .map(all::get)
        .toList();
  }

  private static String key(@Nullable Object value) {
    return value instanceof Number number ? "%020d".formatted(number.longValue()) : "" + value;
  }

  /** Refuses parameters that are described, but that the fake cannot honour. */
  static void honoured(Query query, Set<String> known) {
    for (String name : query.values().keySet()) {
      if (!known.contains(name)) {
        throw Refusal.unsupported(
            "FakeBapi does not filter this by %s. It knows %s. Leave %s out, or use FakeBapi.stub"
                .formatted(name, known, name));
      }
    }
  }
}
