package dev.clerkbapi.errors;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * There was no response, or not all of it: the connection was refused, reset or not trusted, the
 * response was cut off or was not HTTP, the timeout passed, or the call was interrupted, cancelled
 * or ended by closing the client. {@link #reason()} is one of these.
 *
 * <p>After an interrupt, the thread's interrupt flag is set. {@link #mayHaveBeenCarriedOut()}
 * returns whether the request may have reached BAPI.
 */
public final class ClerkTransportException extends ClerkException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  private ClerkTransportException(Builder facts) {
    super(
        Messages.of(facts, facts.detail),
        facts,
        Objects.requireNonNullElse(facts.mayHaveBeenCarriedOut, facts.reason.mayHaveBeenSent()));
    this.reason = facts.reason;
  }

  /**
   * Returns a builder.
   *
   * @param reason such as {@link Reason#TIMEOUT}
   */
  public static Builder builder(Reason reason) {
    return new Builder(reason);
  }

  /** Returns why there is no response. */
  public Reason reason() {
    return reason;
  }

  /**
   * Why there is no response. Compare with {@code equals}; new reasons may appear in any version.
   */
  public static final class Reason implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The call's timeout passed, while connecting, sending or waiting for the response. */
    public static final Reason TIMEOUT = new Reason("TIMEOUT", true);

    /** No connection could be made: refused, no route, the host name is unknown. */
    public static final Reason CONNECT = new Reason("CONNECT", false);

    /** The server's certificate is not trusted, or there is no common protocol. */
    public static final Reason TLS = new Reason("TLS", false);

    /** The calling thread was interrupted. */
    public static final Reason INTERRUPTED = new Reason("INTERRUPTED", true);

    /** The call was cancelled, or its future was completed by someone else. */
    public static final Reason CANCELLED = new Reason("CANCELLED", true);

    /** The client was closed during the call. */
    public static final Reason CLOSED = new Reason("CLOSED", true);

    /**
     * The call did not get a permit before its timeout: from the {@code RateLimit}, or because the
     * client already had as many requests under way as it may.
     */
    public static final Reason LIMIT = new Reason("LIMIT", false);

    /** The connection broke, or the response was not HTTP. */
    public static final Reason LOST = new Reason("LOST", true);

    private final String name;
    private final boolean mayHaveBeenSent;

    private Reason(String name, boolean mayHaveBeenSent) {
      this.name = name;
      this.mayHaveBeenSent = mayHaveBeenSent;
    }

    boolean mayHaveBeenSent() {
      return mayHaveBeenSent;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Reason that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    /** Returns the name of the constant, such as {@code TIMEOUT}. */
    @Override
    public String toString() {
      return name;
    }
  }

  /** Builds the exception. Not thread-safe. */
  public static final class Builder extends ClerkException.Builder<Builder> {
    private final Reason reason;
    private String detail;

    private Builder(Reason reason) {
      this.reason = Objects.requireNonNull(reason, "reason");
      this.detail = reason.toString();
    }

    /**
     * Sets the text of the message; the name of the reason by default.
     *
     * @param text such as {@code no response in time}
     */
    public Builder detail(String text) {
      this.detail = Objects.requireNonNull(text, "detail");
      return this;
    }

    /** Sets whether the request may have reached BAPI; by default the reason decides. */
    public Builder mayHaveBeenCarriedOut(boolean maybe) {
      this.mayHaveBeenCarriedOut = maybe;
      return this;
    }

    @Override
    public ClerkTransportException build() {
      return new ClerkTransportException(this);
    }
  }
}
