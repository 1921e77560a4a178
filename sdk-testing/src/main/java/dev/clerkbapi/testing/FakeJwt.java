package dev.clerkbapi.testing;

/** A JWT of a template, a machine or an OAuth application, see {@link TokenSigner}. Immutable. */
public final class FakeJwt extends FakeToken<FakeJwt> {
  FakeJwt(TokenDraft draft) {
    super(draft);
  }

  @Override
  FakeJwt of(TokenDraft changed) {
    return new FakeJwt(changed);
  }
}
