package dev.clerkbapi.auth.internal;

/** What was sent is not in its format. The message says what is wrong, and never what was sent. */
public final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Without a stack trace: whoever sends garbage must not make us walk the stack. */
  MalformedException(String problem) {
    super(problem, null, false, false);
  }

  /** Returns what is wrong, such as {@code it does not have three parts}. */
  public String problem() {
    return String.valueOf(getMessage());
  }
}
