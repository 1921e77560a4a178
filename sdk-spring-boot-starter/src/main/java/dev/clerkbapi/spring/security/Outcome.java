package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.AuthResult;
import dev.clerkbapi.auth.SignedOut;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What the verification of a request found, kept with the request for all of its dispatches. */
record Outcome(AuthResult result, boolean inHeader) {
  private static final String ATTRIBUTE = Outcome.class.getName();

  static @Nullable Outcome of(HttpServletRequest request) {
    return (Outcome) request.getAttribute(ATTRIBUTE);
  }

  void keep(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Returns why nobody is signed in; null if somebody is. */
  @Nullable SignedOut signedOut() {
    return result instanceof SignedOut out ? out : null;
  }
}
