package dev.clerkbapi.json;

/**
 * Thrown by the accessor of a required member that is not there: the response did not contain it,
 * or the builder that made the object did not set it.
 *
 * <p>Decoding never throws it: a call that succeeded returns its model, and only code that reads
 * the missing member fails.
 */
public final class MissingMemberException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String member;

  MissingMemberException(String model, String member, boolean wasNull) {
    super(
        model
            + "."
            + member
            + (wasNull ? " is null" : " is missing")
            + ": the builder that made the object did not set it, or BAPI did not send it, which"
            + " promises it");
    this.member = member;
  }

  /** Returns the member's name in JSON, for example {@code created_at}. */
  public String member() {
    return member;
  }
}
