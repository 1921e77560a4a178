package dev.clerkbapi.internal;

import dev.clerkbapi.errors.ClerkException;
import org.jspecify.annotations.Nullable;

/** Makes the exceptions that users see; see {@link Errors} for why this is an interface. */
public interface ErrorFactory {

  /** An answer with a status other than success. */
  ClerkException answered(Operation operation, Answer answer, boolean mayHaveBeenCarriedOut);

  /** No answer, or not all of it. */
  ClerkException unanswered(
      Operation operation, String reason, @Nullable Throwable cause, boolean mayHaveBeenCarriedOut);

  /** An answer of success whose body is not what was promised. */
  ClerkException unreadable(
      Operation operation, int status, String rawBody, String reason, @Nullable Throwable cause);
}
