package dev.clerkbapi.testing;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of a list that a request asks for. */
record Paging(int offset, int limit) {
  private static final int MOST = 500;
  private static final int DEFAULT = 10;

  /** Returns empty if a parameter is not what BAPI's description allows. */
  static Optional<Paging> of(Request request) {
    Optional<Integer> limit = number(request, "limit", DEFAULT, 1, MOST);
    Optional<Integer> offset = number(request, "offset", 0, 0, Integer.MAX_VALUE);
    return offset.flatMap(from -> limit.map(most -> new Paging(from, most)));
  }

  static JsonResponse refused() {
    return JsonResponse.error(
        422, "form_param_value_invalid", "limit is 1 to " + MOST + ", offset is 0 or more");
  }

  <T> Stream<T> of(Stream<T> all) {
    return all.skip(offset).limit(limit);
  }

  private static Optional<Integer> number(
      Request request, String name, int otherwise, int least, int most) {
    QueryParameter parameter = request.queryParameter(name);
    try {
      int number = parameter.isPresent() ? Integer.parseInt(parameter.firstValue()) : otherwise;
      return number >= least && number <= most ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
