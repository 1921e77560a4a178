package dev.clerkbapi.auth;

import dev.clerkbapi.auth.internal.MalformedException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The exceptions of a verification, each with what to do. */
final class Refusals {
  private static final int LONGEST_QUOTE = 100;

  private Refusals() {}

  static TokenVerificationException malformed(MalformedException e) {
    return invalid("the token is malformed: " + e.problem());
  }

  static TokenVerificationException invalid(String detail) {
    return new TokenVerificationException(AuthReason.TOKEN_INVALID, detail);
  }

  static TokenVerificationException failed(String detail) {
    return new TokenVerificationException(AuthReason.TOKEN_VERIFICATION_FAILED, detail);
  }

  static TokenVerificationException algorithm() {
    return new TokenVerificationException(
        AuthReason.TOKEN_INVALID_ALGORITHM,
        "the token's header does not say RS256, with which Clerk signs; it is not one of Clerk's");
  }

  static TokenVerificationException signature() {
    return new TokenVerificationException(
        AuthReason.TOKEN_INVALID_SIGNATURE,
        "the signature is not by this instance's key: the token was changed, or the key that this"
            + " verifier was given belongs to another instance");
  }

  static TokenVerificationException noSuchKey(@Nullable Object kid) {
    String which = kid instanceof String text ? " " + quote(text) : "";
    return new TokenVerificationException(
        AuthReason.JWK_KID_MISMATCH,
        "the instance of this secret key has no usable key with the token's kid"
            + which
            + "; usually the token is of another instance, such as a development token with a"
            + " production key: compare the publishable key of the frontend with the secret key");
  }

  static TokenVerificationException noParty() {
    return new TokenVerificationException(
        AuthReason.TOKEN_INVALID_AUTHORIZED_PARTIES,
        "the token has no azp, and authorizedParties are set. Tokens that a backend or a top-level"
            + " navigation asked for have none; see the documentation on azp before you leave"
            + " authorizedParties out");
  }

  static TokenVerificationException foreignParty(@Nullable Object azp) {
    String which = azp instanceof String text ? quote(text) : "no text";
    return new TokenVerificationException(
        AuthReason.TOKEN_INVALID_AUTHORIZED_PARTIES,
        "the token's azp is "
            + which
            + ", which is none of the authorizedParties; they are compared exactly: scheme, host,"
            + " port, no slash at the end");
  }

  static TokenVerificationException expired(long seconds, Instant now) {
    return new TokenVerificationException(
        AuthReason.TOKEN_EXPIRED,
        "the token expired "
            + (now.getEpochSecond() - seconds)
            + " s ago by the clock of this"
            + " machine ("
            + now
            + "); its sender should fetch a new one");
  }

  static TokenVerificationException early(
      AuthReason reason, String claim, long seconds, Instant now) {
    return new TokenVerificationException(
        reason,
        "the token's "
            + claim
            + " is "
            + (seconds - now.getEpochSecond())
            + " s in the future; the clock of this machine ("
            + now
            + ") is behind by that much: synchronise it, or allow for it with clockSkew");
  }

  /** Without anything that could forge a line of a log. */
  static String quote(String text) {
    String start = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
    return "'" + start.replaceAll("[^\\x20-\\x7e]", "?") + "'";
  }
}
