package dev.clerkbapi.errors;

import dev.clerkbapi.internal.Errors;
import dev.clerkbapi.internal.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A call to BAPI that did not end with the promised answer.
 *
 * <p>Where the SDK sent a request more than once, the exception is that of the last attempt, and
 * {@link #getSuppressed()} holds those of the attempts before it. No message contains the secret
 * key.
 *
 * <p>Immutable. New kinds may appear in any version, so a {@code switch} over them needs a default.
 */
public abstract class ClerkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static {
    // Lets the internal package, and nobody else, reach the package-private constructors.
    Errors.use(new ExceptionFactory());
  }

  private final String method;
  private final String path;
  private final boolean mayHaveBeenCarriedOut;

  ClerkException(
      Operation operation,
      String message,
      @Nullable Throwable cause,
      boolean mayHaveBeenCarriedOut) {
    super(message, cause);
    this.method = operation.method();
    this.path = operation.path();
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
   * Tells whether BAPI may have done what was asked, in any of the attempts.
   *
   * <p>{@code false} means that nothing happened: BAPI refused (4xx, or 503 with {@code
   * Retry-After}), or no request left this machine. {@code true} means that it is not known (the
   * answer was lost, a 5xx, a redirect) or that it did happen (an answer of success that cannot be
   * read). Before repeating an operation that must not happen twice, read the state first.
   */
  public boolean mayHaveBeenCarriedOut() {
    return mayHaveBeenCarriedOut;
  }
}
