package dev.clerkbapi.json;

/**
 * Thrown by reading a member that BAPI promises and did not send.
 *
 * <p>Decoding never fails because of it, so that a call which succeeded returns; only code that
 * needs the member learns that it is not there.
 */
public final class MissingMemberException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String member;

  MissingMemberException(String model, String member, boolean wasNull) {
    super(
        model
            + "."
            + member
            + (wasNull ? " is null in" : " is missing from")
            + " this answer, although BAPI promises it");
    this.member = member;
  }

  /** The member's name in JSON, for example {@code created_at}. */
  public String member() {
    return member;
  }
}
