package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.AuthReason.Fate;
import dev.clerkbapi.auth.SignedOut;
import dev.clerkbapi.errors.ClerkApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Responds to a request that has no good token and needs one: 401, 500 or 503. */
final class ClerkEntryPoint implements AuthenticationEntryPoint {
  private static final String MESSAGE = "x-clerk-auth-message";

  private final boolean tellsMessages;

  ClerkEntryPoint(boolean tellsMessages) {
    this.tellsMessages = tellsMessages;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    Outcome outcome = Outcome.of(request);
    SignedOut out = outcome == null ? null : outcome.signedOut();
    if (out != null) {
      describe(out, response);
    }
    Fate fate = out == null ? Fate.CALLER : out.fate();
    boolean badToken = outcome != null && out != null && outcome.inHeader();
    if (fate == Fate.CALLER) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(badToken ? out : null));
    }
    JsonResponses.write(response, fate.status(), body(fate, badToken, out));
  }

  private void describe(SignedOut out, HttpServletResponse response) {
    for (Map.Entry<String, String> header : out.headers().entrySet()) {
      if (tellsMessages || !header.getKey().equals(MESSAGE)) {
        response.setHeader(header.getKey(), header.getValue());
      }
    }
    Duration wait = retryAfter(out);
    if (wait != null) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.plusMillis(999).toSeconds()));
    }
  }

  private static @Nullable Duration retryAfter(SignedOut out) {
    return out.cause().orElse(null) instanceof ClerkApiException.RateLimited limited
        ? limited.retryAfter().orElse(null)
        : null;
  }

  /** RFC 6750, section 3: without a token in the header there is no error to tell. */
  private static String challenge(@Nullable SignedOut badToken) {
    return badToken == null
        ? "Bearer"
        : "Bearer error=\"invalid_token\", error_description=\"" + badToken.reason() + "\"";
  }

  private static String body(Fate fate, boolean badToken, @Nullable SignedOut out) {
    String error =
        switch (fate) {
          case CALLER -> badToken ? "invalid_token" : "unauthenticated";
          case CONFIGURATION -> "server_error";
          case UNAVAILABLE -> "temporarily_unavailable";
        };
    return out == null
        ? "{\"error\":\"" + error + "\"}"
        : "{\"error\":\"" + error + "\",\"reason\":\"" + out.reason() + "\"}";
  }
}
