package dev.clerkbapi.testing;

/** Ends the handling of a request with an error response. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient JsonResponse response;

  Refusal(JsonResponse response) {
    // A fake refuses what tests ask it to refuse, often thousands of times: no stack trace.
    super("the response is " + response.status(), null, false, false);
    this.response = response;
  }

  static Refusal notFound(String kind, String id) {
    return new Refusal(
        JsonResponse.error(404, "resource_not_found", "There is no " + kind + " " + id));
  }

  /** A parameter or member with a value that BAPI does not take. */
  static Refusal invalid(String code, String param, String message) {
    return new Refusal(JsonResponse.error(422, code, message, param));
  }

  /** What BAPI can do and this fake cannot: never an answer that only looks right. */
  static Refusal unsupported(String message) {
    return new Refusal(JsonResponse.error(501, "fake_bapi_unsupported", message));
  }

  JsonResponse response() {
    return response;
  }
}
