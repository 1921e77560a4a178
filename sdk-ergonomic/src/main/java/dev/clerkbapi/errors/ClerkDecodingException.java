package dev.clerkbapi.errors;

import java.util.Objects;

/**
 * BAPI sent a successful response, but its body cannot be decoded: it is not JSON, empty, cut off,
 * too large, or has a member of another JSON type.
 *
 * <p>The request was carried out: {@link #mayHaveBeenCarriedOut()} is always {@code true}, and the
 * SDK does not retry the call. Unknown members, unknown values and missing members do not cause
 * this exception.
 */
public final class ClerkDecodingException extends ClerkException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String rawBody;

  private ClerkDecodingException(Builder facts) {
    super(Messages.of(facts, facts.status + " with " + facts.reason), facts, true);
    this.status = facts.status;
    this.rawBody = facts.rawBody;
  }

  /**
   * Returns a builder.
   *
   * @param status of the response, such as {@code 200}
   */
  public static Builder builder(int status) {
    return new Builder(status);
  }

  /** Returns the HTTP status of the response, such as {@code 200}. */
  public int status() {
    return status;
  }

  /**
   * Returns the body as it was received, at most the first 64 KiB; empty if there was none. It may
   * contain personal data, and is therefore not part of the message.
   */
  public String rawBody() {
    return rawBody;
  }

  /** Builds the exception. Not thread-safe. */
  public static final class Builder extends ClerkException.Builder<Builder> {
    private final int status;
    private String reason = "a body that cannot be read";
    private String rawBody = "";

    private Builder(int status) {
      this.status = status;
    }

    /**
     * Sets what is wrong with the body; part of the message.
     *
     * @param text such as {@code an empty body}
     */
    public Builder reason(String text) {
      this.reason = Objects.requireNonNull(text, "reason");
      return this;
    }

    /** Sets the body as it was received; empty by default. */
    public Builder rawBody(String body) {
      this.rawBody = Objects.requireNonNull(body, "rawBody");
      return this;
    }

    @Override
    public ClerkDecodingException build() {
      return new ClerkDecodingException(this);
    }
  }
}
