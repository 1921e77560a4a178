/**
 * Verification of Clerk's tokens, and authentication of requests: start at {@link
 * dev.clerkbapi.auth.TokenVerifier} or {@link dev.clerkbapi.auth.RequestAuthenticator}.
 */
module dev.clerkbapi.auth {
  requires transitive dev.clerkbapi;
  requires static jakarta.servlet;
  requires static jdk.httpserver;

  exports dev.clerkbapi.auth;
}
