package dev.clerkbapi.errors;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call to BAPI failed.
 *
 * <p>If there were several attempts, the exception is that of the last one, and {@link
 * #getSuppressed()} contains those of the earlier ones. No message contains the secret key.
 *
 * <p>Immutable. New subtypes may appear in any version, so a {@code switch} over them needs a
 * default.
 */
public abstract class ClerkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String method;
  private final String path;
  private final boolean mayHaveBeenCarriedOut;

  ClerkException(String message, Builder<?> facts, boolean mayHaveBeenCarriedOut) {
    super(message, facts.cause);
    this.method = facts.method;
    this.path = facts.path;
    this.mayHaveBeenCarriedOut = mayHaveBeenCarriedOut;
  }

  /** Returns the HTTP method of the call, such as {@code POST}. */
  public String method() {
    return method;
  }

  /**
   * Returns the path of the operation below the base URL, such as {@code /users/{user_id}/lock}:
   * the template, without the values of this call.
   */
  public String path() {
    return path;
  }

  /**
   * Returns whether BAPI may have carried out the request, in any of the attempts.
   *
   * <p>{@code false} means that nothing happened: BAPI refused the request (4xx, or 503 with {@code
   * Retry-After}), or no request was sent. {@code true} means that it is not known (the response
   * was lost, a 5xx, a redirect), or that it did happen (a successful response that cannot be
   * decoded). Before you repeat an operation that must not happen twice, read the current state.
   */
  public boolean mayHaveBeenCarriedOut() {
    return mayHaveBeenCarriedOut;
  }

  /**
   * Returns whether the same request may succeed later, with the same key and settings. True for
   * failures of the network or of BAPI (5xx), for a rate limit (429) and for a conflict with
   * another request (409); false for every other error response.
   */
  public boolean mayPassLater() {
    return true;
  }

  /**
   * The base class of the builders of exceptions, for the SDK and for tests that need an exception
   * to throw. Not thread-safe.
   *
   * @param <B> the builder itself
   */
  public abstract static class Builder<B extends Builder<B>> {
    String method = "";
    String path = "";
    @Nullable Throwable cause;
    @Nullable Boolean mayHaveBeenCarriedOut;

    Builder() {}

    /**
     * Sets the HTTP method; empty by default.
     *
     * @param httpMethod such as {@code POST}
     */
    public B method(String httpMethod) {
      this.method = Objects.requireNonNull(httpMethod, "method");
      return self();
    }

    /**
     * Sets the operation's path; empty by default.
     *
     * @param template such as {@code /users/{user_id}/lock}
     */
    public B path(String template) {
      this.path = Objects.requireNonNull(template, "path");
      return self();
    }

    /** Sets the cause; none by default. */
    public B cause(@Nullable Throwable thrown) {
      this.cause = thrown;
      return self();
    }

    /** Returns the exception. */
    public abstract ClerkException build();

    String operation() {
      return (method + " " + path).strip();
    }

    @SuppressWarnings("unchecked") // B is the builder itself
    final B self() {
      return (B) this;
    }
  }
}
