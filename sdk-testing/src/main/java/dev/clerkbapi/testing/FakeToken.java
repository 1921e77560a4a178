package dev.clerkbapi.testing;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A token that can be changed and signed, made by {@link TokenSigner}. Immutable: each method that
 * changes something returns another one.
 *
 * @param <T> the kind of token
 */
public abstract sealed class FakeToken<T extends FakeToken<T>> permits FakeSessionToken, FakeJwt {
  /** Longer than verifiers allow clocks to differ by default, which is 5 s. */
  private static final Duration BEYOND_SKEW = Duration.ofMinutes(1);

  final TokenDraft draft;

  FakeToken(TokenDraft draft) {
    this.draft = draft;
  }

  abstract T of(TokenDraft changed);

  /** Returns what is signed; a kind of token may add to it. */
  TokenDraft complete() {
    return draft;
  }

  /**
   * Replaces or adds a claim.
   *
   * @param claim such as {@code email}
   * @param value a string, number, boolean, list, map or null
   */
  public T with(String claim, @Nullable Object value) {
    return of(draft.claim(requireNonNull(claim, "claim"), value));
  }

  /**
   * Removes a claim; does nothing if it is not there.
   *
   * @param claim such as {@code sid}
   */
  public T without(String claim) {
    return of(draft.withoutClaim(requireNonNull(claim, "claim")));
  }

  /**
   * Replaces or adds a member of the header.
   *
   * @param name such as {@code typ}
   * @param value a string, number, boolean, list, map or null
   */
  public T withHeader(String name, @Nullable Object value) {
    return of(draft.header(requireNonNull(name, "name"), value));
  }

  /**
   * Removes a member of the header; does nothing if it is not there.
   *
   * @param name such as {@code cat}, which older tokens do not have
   */
  public T withoutHeader(String name) {
    return of(draft.withoutHeader(requireNonNull(name, "name")));
  }

  /**
   * Sets how long it lives.
   *
   * @param lifetime whole seconds, such as {@code Duration.ofMinutes(5)}
   */
  public T lifetime(Duration lifetime) {
    return of(draft.lifetime(requireNonNull(lifetime, "lifetime")));
  }

  /** Makes it one that expired a minute before it is signed. */
  public T expired() {
    return of(draft.issued(draft.lifetime().plus(BEYOND_SKEW)));
  }

  /** Makes it one that is not valid before a minute has passed. */
  public T notYetValid() {
    return of(draft.issued(BEYOND_SKEW.plusSeconds(10).negated()));
  }

  /**
   * Returns the token, with the times of now by the signer's clock.
   *
   * @throws IllegalArgumentException if a claim has a value that JSON does not have
   */
  public String sign() {
    return complete().sign();
  }

  /** Not the token; that is {@link #sign()}. */
  @Override
  public String toString() {
    return getClass().getSimpleName();
  }
}
