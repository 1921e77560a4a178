package dev.clerkbapi.internal.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import okhttp3.Headers;

/**
 * What came with a response whose caller asked for it.
 *
 * @param headers by name in any case, each with its values in order; immutable
 * @param body the text of a successful response; empty without one
 */
public record ReceivedResponse(Map<String, List<String>> headers, String body) {

  static ReceivedResponse of(Headers headers, String body) {
    Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < headers.size(); i++) {
      byName.computeIfAbsent(headers.name(i), name -> new ArrayList<>()).add(headers.value(i));
    }
    return new ReceivedResponse(byName, body).withTexts(UnaryOperator.identity());
  }

  /** Returns the same with each text of the headers changed. The body is the caller's own data. */
  public ReceivedResponse withTexts(UnaryOperator<String> change) {
    Map<String, List<String>> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> changed.put(change.apply(name), values.stream().map(change).toList()));
    return new ReceivedResponse(Collections.unmodifiableMap(changed), body);
  }
}
