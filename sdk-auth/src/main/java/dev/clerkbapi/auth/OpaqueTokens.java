package dev.clerkbapi.auth;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.json.MissingMemberException;
import dev.clerkbapi.model.ApiKey;
import dev.clerkbapi.model.M2MToken;
import dev.clerkbapi.model.VerifyOAuthAccessTokenResponse;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks Clerk's API what a token is that does not say it itself. */
final class OpaqueTokens {
  private static final int NOT_FOUND = 404;
  private static final int UNAUTHENTICATED = 401;

  private final ClerkClient client;

  OpaqueTokens(ClerkClient client) {
    this.client = client;
  }

  /** Who it is, and until when; null for a token without an end. */
  record Verified(MachineAuth auth, @Nullable Instant expiration) {}

  /**
   * Returns what the API says about a token.
   *
   * @throws TokenVerificationException if it is not good, or the API does not say
   */
  Verified verify(TokenType type, String token) {
    if (!token.chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw Refusals.invalid("the token has a character that no token has");
    }
    return switch (type) {
      case API_KEY -> ask(this::apiKey, token);
      case M2M_TOKEN -> ask(this::m2m, token);
      case OAUTH_TOKEN -> ask(this::oauth, token);
      default -> throw new IllegalArgumentException("no opaque token: " + type);
    };
  }

  private Verified apiKey(String token) {
    ApiKey key = client.apiKeys().verify(request -> request.secret(token));
    good(key.revoked(), key.expired(), key.additionalMembers());
    return new Verified(
        MachineAuth.builder(TokenType.API_KEY, key.subject())
            .id(key.id())
            .name(nameOrNull(key))
            .scopes(key.scopes())
            .parsedClaims(key.claims())
            .build(),
        key.expiration());
  }

  private Verified m2m(String token) {
    M2MToken found = client.m2m().verify(request -> request.token(token));
    good(found.revoked(), found.expired(), found.additionalMembers());
    return new Verified(
        MachineAuth.builder(TokenType.M2M_TOKEN, found.subject())
            .id(found.id())
            .scopes(found.scopes())
            .parsedClaims(found.claims())
            .build(),
        found.expiration());
  }

  private Verified oauth(String token) {
    VerifyOAuthAccessTokenResponse found =
        client.idpOAuthAccessToken().verify(request -> request.accessToken(token));
    good(found.revoked(), found.expired(), Map.of());
    if (Boolean.FALSE.equals(found.active()) || found.subject() == null) {
      throw notGood();
    }
    return new Verified(
        MachineAuth.builder(TokenType.OAUTH_TOKEN, found.subject())
            .id(found.id())
            .clientId(found.clientId())
            .scopes(found.scopes())
            .build(),
        found.expiration());
  }

  private static void good(
      @Nullable Boolean revoked, @Nullable Boolean expired, Map<String, @Nullable Object> others) {
    boolean bad =
        Boolean.TRUE.equals(revoked)
            || Boolean.TRUE.equals(expired)
            || Boolean.FALSE.equals(others.get("active"));
    if (bad) {
      throw notGood();
    }
  }

  private static TokenVerificationException notGood() {
    return Refusals.invalid("Clerk's API says that the token is revoked, expired or not active");
  }

  private static @Nullable String nameOrNull(ApiKey key) {
    try {
      return key.name();
    } catch (MissingMemberException e) {
      return null;
    }
  }

  private static Verified ask(Function<String, Verified> question, String token) {
    try {
      return question.apply(token);
    } catch (MissingMemberException e) {
      throw Refusals.invalid("Clerk's API did not say whose the token is, or whether it is good");
    } catch (ClerkException e) {
      throw refusal(e);
    }
  }

  private static TokenVerificationException refusal(ClerkException e) {
    int status = e instanceof ClerkApiException response ? response.status() : 0;
    if (status == NOT_FOUND) {
      return Refusals.invalid("Clerk's API does not know the token");
    }
    if (status == UNAUTHENTICATED) {
      return new TokenVerificationException(
          AuthReason.SECRET_KEY_INVALID,
          "Clerk's API refused the secret key of this client; take a new one from the dashboard",
          e);
    }
    return new TokenVerificationException(
        AuthReason.UNEXPECTED_ERROR, "Clerk's API did not verify the token, see the cause", e);
  }
}
