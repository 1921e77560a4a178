package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.Reverification;
import org.springframework.security.authorization.AuthorizationDecision;

/** The denial of a user who has to prove who they are once more. */
final class ReverificationDecision extends AuthorizationDecision {
  private static final long serialVersionUID = 1L;

  private final String refusalBody;

  ReverificationDecision(Reverification wanted) {
    super(false);
    this.refusalBody = wanted.refusalBody();
  }

  String refusalBody() {
    return refusalBody;
  }
}
