package dev.clerkbapi.testing;

/** A JWT of a template, a machine or an OAuth application, see {@link TokenSigner}. Immutable. */
public final class SignedToken extends FakeToken<SignedToken> {
  SignedToken(TokenDraft draft) {
    super(draft);
  }

  @Override
  SignedToken of(TokenDraft changed) {
    return new SignedToken(changed);
  }
}
