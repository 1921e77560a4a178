package dev.clerkbapi.spring.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.auth.TokenVerificationException;
import dev.clerkbapi.auth.TokenVerifier;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import dev.clerkbapi.testing.FakeToken;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

class ClerkJwtDecoderTest {
  private final ClerkJwtDecoder decoder = new ClerkJwtDecoder(Tokens.VERIFIER);

  @Test
  void goodToken_isAsSpringKnowsIt() {
    Instant before = Instant.now().minusSeconds(1);
    String token = Tokens.member().with("aud", "https://api.example.com").sign();
    Jwt jwt = decoder.decode(token);
    assertThat(jwt.getTokenValue()).isEqualTo(token);
    assertThat(jwt.getHeaders()).containsEntry("kid", "ins_test").containsEntry("alg", "RS256");
    assertThat(jwt.getSubject()).isEqualTo("user_1");
    assertThat(jwt.getIssuer()).hasToString("https://clerk.example.com");
    assertThat(jwt.getAudience()).containsExactly("https://api.example.com");
    assertThat(jwt.getIssuedAt()).isBetween(before, Instant.now());
    assertThat(jwt.getExpiresAt()).isEqualTo(jwt.getIssuedAt().plusSeconds(60));
    assertThat(jwt.getNotBefore()).isBefore(Instant.now());
    assertThat(jwt.getClaimAsString("azp")).isEqualTo(Tokens.ORIGIN);
    assertThat(jwt.getClaimAsMap("o")).containsEntry("id", "org_1");
  }

  @Test
  void audiences_stayAList() {
    Jwt jwt = decoder.decode(Tokens.user().with("aud", List.of("a", "b")).sign());
    assertThat(jwt.getAudience()).containsExactly("a", "b");
  }

  private void refused(FakeToken<?> token, String reason) {
    assertThatThrownBy(() -> decoder.decode(token.sign()))
        .isInstanceOf(BadJwtException.class)
        .hasMessage(reason) // The resource server sends it to the caller.
        .hasCauseInstanceOf(TokenVerificationException.class);
  }

  @Test
  void badToken_isTheCallersFault() {
    refused(Tokens.user().expired(), "token-expired");
    refused(
        Tokens.user().authorizedParty("https://evil.example.com"),
        "token-invalid-authorized-parties");
    refused(Tokens.SIGNER.m2m("mch_1", "mch_2"), "token-invalid");
    assertThatThrownBy(() -> decoder.decode("mist"))
        .isInstanceOf(BadJwtException.class)
        .hasMessage("token-invalid");
  }

  @Test
  void clerkFailed_isNoFaultOfTheCaller() {
    try (FakeBapi bapi = FakeBapi.start();
        ClerkClient client =
            ClerkClient.builder()
                .baseUrl(bapi.baseUrl())
                .secretKey(bapi.secretKey())
                .retryPolicy(RetryPolicy.none())
                .build()) {
      bapi.failNext(FakeFault.error(503, "service_unavailable"));
      TokenVerifier verifier =
          TokenVerifier.builder().client(client).authorizedParties(Tokens.ORIGIN).build();
      assertThatThrownBy(() -> new ClerkJwtDecoder(verifier).decode(Tokens.user().sign()))
          .isInstanceOf(JwtException.class)
          .isNotInstanceOf(BadJwtException.class);
    }
  }

  @Test
  void tokenMadeAtItsEnd_isAcceptedWithinTheSkew() {
    long now = Instant.now().getEpochSecond();
    String token = Tokens.user().with("iat", now + 1).with("exp", now + 1).sign();
    Jwt jwt = decoder.decode(token);
    assertThat(jwt.getExpiresAt()).isEqualTo(Instant.ofEpochSecond(now + 1));
    assertThat(jwt.getClaimAsInstant("iat")).isEqualTo(Instant.ofEpochSecond(now + 1));
  }

  @Test
  void authentication_isOfWhatWasDecodedHere() {
    ClerkAuthentication user =
        (ClerkAuthentication)
            ClerkJwtDecoder.authentication(decoder.decode(Tokens.member().sign()));
    assertThat(((ClerkUser) user.getPrincipal()).organizationRole()).isEqualTo("org:member");
    assertThat(user.isTokenInHeader()).isTrue();
    Jwt other = Jwt.withTokenValue("t").header("alg", "none").subject("user_1").build();
    assertThatIllegalArgumentException().isThrownBy(() -> ClerkJwtDecoder.authentication(other));
  }
}
