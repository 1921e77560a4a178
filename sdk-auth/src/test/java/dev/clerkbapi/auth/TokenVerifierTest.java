package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.auth.fixtures.LogTrap;
import dev.clerkbapi.auth.fixtures.Sessions;
import dev.clerkbapi.auth.fixtures.SigningKey;
import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Session tokens, by keys that this test makes itself. */
class TokenVerifierTest {
  private static final SigningKey KEY = SigningKey.of("ins_1");
  private static final SigningKey OTHER = SigningKey.of("ins_1");

  private static TokenVerifierBuilder builder() {
    return TokenVerifier.builder()
        .jwtKey(KEY.pem())
        .authorizedParties(Sessions.ORIGIN)
        .clock(Sessions.CLOCK);
  }

  private static AuthReason reason(TokenVerifier verifier, String token) {
    return refusal(verifier, token).reason();
  }

  private static TokenVerificationException refusal(TokenVerifier verifier, String token) {
    return catchThrowableOfType(TokenVerificationException.class, () -> verifier.verify(token));
  }

  private static AuthReason reason(Map<String, ?> claims) {
    return reason(builder().build(), KEY.token(claims));
  }

  @Test
  void goodToken_tellsTheUser() {
    SessionClaims session = builder().build().verify(KEY.token(Sessions.claims()));
    assertThat(session.userId()).isEqualTo("user_1");
    assertThat(session.sessionId()).isEqualTo("sess_1");
    assertThat(session.issuedAt()).isEqualTo(Sessions.NOW);
    assertThat(session.expiresAt()).isEqualTo(Sessions.NOW.plusSeconds(60));
    assertThat(session.authorizedParty()).isEqualTo(Sessions.ORIGIN);
    assertThat(session.claims()).isEqualTo(Sessions.claims());
  }

  @Test
  void machine_isNoUser_evenIfItsHeaderDoesNotSayWhatItIs() {
    Map<String, Object> claims = Sessions.with("sub", "mch_1");
    assertThat(reason(claims)).isEqualTo(AuthReason.TOKEN_INVALID);
    claims.remove("azp"); // As they are: the message is not about azp.
    assertThat(refusal(builder().build(), KEY.token(claims))).hasMessageContaining("machine");
    assertThat(reason(builder().build(), OTHER.token(claims)))
        .isEqualTo(AuthReason.TOKEN_INVALID_SIGNATURE);
  }

  @Test
  void oauthToken_isNoSession() {
    Map<String, Object> header = KEY.header();
    for (String type : List.of("at+jwt", "application/at+jwt")) {
      header.put("typ", type);
      assertThat(reason(builder().build(), KEY.token(header, Sessions.claims())))
          .isEqualTo(AuthReason.TOKEN_INVALID);
    }
  }

  @Nested
  class Claims {
    @Test
    void numbersOfAnySize_areExact() {
      BigInteger huge = new BigInteger("340282366920938463463374607431768211455");
      Map<String, Object> custom = Map.of("id", Long.MAX_VALUE, "huge", huge, "part", 0.25);
      SessionClaims session = builder().build().verify(KEY.token(Sessions.with("custom", custom)));
      assertThat(session.claims()).containsEntry("custom", custom);
    }

    @Test
    void noSubject_isNobody() {
      assertThat(reason(Sessions.without("sub"))).isEqualTo(AuthReason.TOKEN_VERIFICATION_FAILED);
      assertThat(reason(Sessions.with("sub", ""))).isEqualTo(AuthReason.TOKEN_VERIFICATION_FAILED);
      assertThat(reason(Sessions.with("sub", 1))).isEqualTo(AuthReason.TOKEN_VERIFICATION_FAILED);
    }

    @ParameterizedTest
    @CsvSource({
      "exp, -5, token-expired",
      "exp, -4, ok",
      "nbf, 5, ok",
      "nbf, 6, token-not-active-yet",
      "iat, 5, ok",
      "iat, 6, token-iat-in-the-future",
    })
    void timesAtTheirLimits_withFiveSecondsOfSkew(String claim, long offset, String expected) {
      String token = KEY.token(Sessions.with(claim, Sessions.seconds() + offset));
      assertThat(outcome(builder().build(), token)).isEqualTo(expected);
    }

    @Test
    void clockSkewOfZero_allowsForNothing() {
      TokenVerifier verifier = builder().clockSkew(Duration.ZERO).build();
      String token = KEY.token(Sessions.with("exp", Sessions.seconds()));
      assertThat(reason(verifier, token)).isEqualTo(AuthReason.TOKEN_EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "nbf", "iat"})
    void timeThatIsNoNumber_failsVerification(String claim) {
      assertThat(reason(Sessions.with(claim, "1800000000")))
          .isEqualTo(AuthReason.TOKEN_VERIFICATION_FAILED);
    }

    @Test
    void noExpiration_failsVerification() {
      assertThat(reason(Sessions.without("exp"))).isEqualTo(AuthReason.TOKEN_VERIFICATION_FAILED);
    }

    @Test
    void fractionsOfSeconds_areCutOff() {
      String token = KEY.token(Sessions.with("exp", Sessions.seconds() + 0.9));
      assertThat(reason(builder().clockSkew(Duration.ZERO).build(), token))
          .isEqualTo(AuthReason.TOKEN_EXPIRED);
    }

    @Test
    void timeThatNoClockShows_failsVerification() {
      String payload = "{\"sub\":\"user_1\",\"azp\":\"" + Sessions.ORIGIN + "\",\"exp\":1e400}";
      String token = KEY.signed("{\"alg\":\"RS256\"}", payload);
      assertThat(reason(builder().build(), token)).isEqualTo(AuthReason.TOKEN_VERIFICATION_FAILED);
    }
  }

  private static String outcome(TokenVerifier verifier, String token) {
    try {
      var unused = verifier.verify(token);
      return "ok";
    } catch (TokenVerificationException e) {
      return e.reason().value();
    }
  }

  @Nested
  class Parties {
    @Test
    void foreignAzp_isToldFromAbsentOne() {
      TokenVerifier verifier = builder().build();
      TokenVerificationException absent = refusal(verifier, KEY.token(Sessions.without("azp")));
      TokenVerificationException foreign =
          refusal(verifier, KEY.token(Sessions.with("azp", "https://evil.example")));
      assertThat(absent.reason()).isEqualTo(AuthReason.TOKEN_INVALID_AUTHORIZED_PARTIES);
      assertThat(absent).hasMessageContaining("has no azp");
      assertThat(foreign.reason()).isEqualTo(AuthReason.TOKEN_INVALID_AUTHORIZED_PARTIES);
      assertThat(foreign).hasMessageContaining("https://evil.example");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://APP.example.com",
          "https://app.example.com/",
          "https://app.example.com:443",
          "http://app.example.com",
          ""
        })
    void similarAzp_isForeign(String azp) {
      assertThat(reason(Sessions.with("azp", azp)))
          .isEqualTo(AuthReason.TOKEN_INVALID_AUTHORIZED_PARTIES);
    }

    @Test
    void blankParty_matchesNothing() {
      TokenVerifier verifier = builder().authorizedParties("").build();
      assertThat(reason(verifier, KEY.token(Sessions.with("azp", ""))))
          .isEqualTo(AuthReason.TOKEN_INVALID_AUTHORIZED_PARTIES);
    }

    @Test
    void noParties_isWarnedOfOnceWhenBuilt() {
      try (LogTrap log = new LogTrap()) {
        TokenVerifier verifier = builder().authorizedParties().build();
        for (int i = 0; i < 3; i++) {
          assertThat(verifier.verify(KEY.token(Sessions.without("azp"))).userId())
              .isEqualTo("user_1");
        }
        assertThat(log.lines()).filteredOn(line -> line.contains("authorizedParties")).hasSize(1);
      }
    }

    @Test
    void parties_areNotWarnedOf() {
      try (LogTrap log = new LogTrap()) {
        builder().build();
        assertThat(log.lines()).noneMatch(line -> line.contains("authorizedParties"));
      }
    }
  }

  @Nested
  class Audiences {
    @Test
    void audience_mustBeNamed() {
      TokenVerifier verifier = builder().audience("one", "two").build();
      assertThat(outcome(verifier, KEY.token(Sessions.with("aud", "two")))).isEqualTo("ok");
      assertThat(outcome(verifier, KEY.token(Sessions.with("aud", List.of("x", "one")))))
          .isEqualTo("ok");
      assertThat(outcome(verifier, KEY.token(Sessions.with("aud", "three"))))
          .isEqualTo("token-verification-failed");
      assertThat(outcome(verifier, KEY.token(Sessions.claims())))
          .isEqualTo("token-verification-failed");
    }
  }

  @Nested
  class Order {
    private final TokenVerifier verifier = builder().audience("one").build();

    /** Each is wrong in all that comes later, too. */
    @Test
    void firstFault_givesTheReason() {
      Map<String, Object> claims = allWrong();
      Map<String, Object> header = KEY.header();
      header.put("typ", "other");
      header.put("alg", "HS256");
      assertThat(reason(verifier, OTHER.token(header, claims))).isEqualTo(AuthReason.TOKEN_INVALID);
      header.put("typ", "JWT");
      assertThat(reason(verifier, OTHER.token(header, claims)))
          .isEqualTo(AuthReason.TOKEN_INVALID_ALGORITHM);
      assertThat(reason(verifier, OTHER.token(claims)))
          .isEqualTo(AuthReason.TOKEN_INVALID_SIGNATURE);
    }

    @Test
    void claims_areCheckedInTheirOrder() {
      Map<String, Object> claims = allWrong();
      assertThat(message(claims)).contains("no sub");
      claims.put("sub", "user_1");
      assertThat(message(claims)).contains("aud");
      claims.put("aud", "one");
      assertThat(message(claims)).contains("azp");
      claims.put("azp", Sessions.ORIGIN);
      assertThat(message(claims)).contains("expired");
      claims.put("exp", Sessions.seconds() + 1000);
      assertThat(message(claims)).contains("nbf");
      claims.remove("nbf");
      assertThat(message(claims)).contains("iat");
      claims.remove("iat");
      assertThat(outcome(verifier, KEY.token(claims))).isEqualTo("ok");
    }

    private String message(Map<String, Object> claims) {
      return refusal(verifier, KEY.token(claims)).getMessage();
    }

    private Map<String, Object> allWrong() {
      Map<String, Object> claims = new LinkedHashMap<>();
      claims.put("aud", "two");
      claims.put("azp", "https://evil.example");
      claims.put("exp", 1L);
      claims.put("nbf", Sessions.seconds() + 100);
      claims.put("iat", Sessions.seconds() + 100);
      return claims;
    }
  }

  @Nested
  class Headers {
    private AuthReason reasonFor(String member, Object value) {
      Map<String, Object> header = KEY.header();
      header.put(member, value);
      return reason(builder().build(), KEY.token(header, Sessions.claims()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256", "HS256", "ES256", "none", "rs256", ""})
    void otherAlgorithm_isRefused(String alg) {
      assertThat(reasonFor("alg", alg)).isEqualTo(AuthReason.TOKEN_INVALID_ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwt", "at+jwt", "application/at+jwt", ""})
    void otherType_isRefused(String typ) {
      assertThat(reasonFor("typ", typ)).isEqualTo(AuthReason.TOKEN_INVALID);
    }

    @Test
    void critOrMachinesClass_isRefused() {
      assertThat(reasonFor("crit", List.of())).isEqualTo(AuthReason.TOKEN_INVALID);
      assertThat(reasonFor("crit", null)).isEqualTo(AuthReason.TOKEN_INVALID);
      assertThat(reasonFor("cat", "cl_B7d4PD333AAA")).isEqualTo(AuthReason.TOKEN_INVALID);
    }

    @Test
    void noTypeAndUnknownMembers_arePassed() {
      String token = KEY.token(Map.of("alg", "RS256", "oiat", 1), Sessions.claims());
      assertThat(builder().build().verify(token).userId()).isEqualTo("user_1");
    }
  }

  @Nested
  class Forms {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          ".",
          "..",
          "...",
          "a.b",
          "a.b.c",
          "a.b.c.d",
          "ak_1",
          "Bearer x",
          "bnVsbA.e30.",
          "W10.e30."
        })
    void noToken_isInvalid(String text) {
      assertThat(reason(builder().build(), text)).isEqualTo(AuthReason.TOKEN_INVALID);
    }

    @Test
    void hugeToken_isInvalid() {
      assertThat(reason(builder().build(), "a".repeat(70_000))).isEqualTo(AuthReason.TOKEN_INVALID);
    }

    @Test
    void payloadThatIsNull_isInvalid() {
      String token = KEY.signed("{\"alg\":\"RS256\"}", "null");
      assertThat(reason(builder().build(), token)).isEqualTo(AuthReason.TOKEN_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"sub\":\"user_1\",\"sub\":\"user_2\"}",
          "{\"sub\":\"user_1\",\"x\":{\"a\":1,\"a\":1}}",
          "{\"sub\":\"user_1\",\"\\u0073ub\":\"user_2\"}",
          "{\"sub\":NaN}",
          "{'sub':'user_1'}",
          "{\"sub\":\"user_1\"} x",
          "{\"sub\":\"user_1\",}",
          "{sub:1}",
        })
    void laxJson_isInvalid(String payload) {
      String token = KEY.signed("{\"alg\":\"RS256\"}", payload);
      assertThat(reason(builder().build(), token)).isEqualTo(AuthReason.TOKEN_INVALID);
    }

    @Test
    void otherSpellingOfTheSignature_isInvalid() {
      String token = KEY.token(Sessions.claims());
      char last = token.charAt(token.length() - 1);
      String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
      char next = alphabet.charAt(alphabet.indexOf(last) + 1); // Only unused bits differ.
      String other = token.substring(0, token.length() - 1) + next;
      assertThat(reason(builder().build(), other)).isEqualTo(AuthReason.TOKEN_INVALID);
      assertThat(reason(builder().build(), token + "\n")).isEqualTo(AuthReason.TOKEN_INVALID);
      assertThat(reason(builder().build(), " " + token)).isEqualTo(AuthReason.TOKEN_INVALID);
    }
  }

  @Nested
  class Messages {
    @Test
    void expiredToken_saysByHowMuch() {
      String token = KEY.token(Sessions.with("exp", Sessions.seconds() - 72));
      assertThat(refusal(builder().build(), token)).hasMessageContaining("72 s ago");
    }

    @Test
    void clockThatIsBehind_saysByHowMuch() {
      String token = KEY.token(Sessions.with("nbf", Sessions.seconds() + 47));
      assertThat(refusal(builder().build(), token))
          .hasMessageContaining("47 s in the future")
          .hasMessageContaining("clock");
    }

    @Test
    void foreignText_cannotForgeALineOfALog() {
      String token = KEY.token(Sessions.with("azp", "x\n2027 INFO all is well" + "y".repeat(200)));
      assertThat(refusal(builder().build(), token).getMessage())
          .doesNotContain("\n")
          .hasSizeLessThan(400);
    }
  }

  @Test
  void neitherKeyNorClient_isAnErrorWhenBuilt() {
    assertThatIllegalStateException().isThrownBy(() -> TokenVerifier.builder().build());
  }

  @Test
  void keyInTheEnvironment_verifies() {
    TokenVerifier verifier = TokenVerifier.withKey(KEY.pem(), List.of(Sessions.ORIGIN));
    assertThat(reason(verifier, KEY.token(Sessions.with("exp", 1))))
        .isEqualTo(AuthReason.TOKEN_EXPIRED);
    assertThat(reason(verifier, OTHER.token(Sessions.claims())))
        .isEqualTo(AuthReason.TOKEN_INVALID_SIGNATURE);
  }

  @Test
  void nothingInTheEnvironment_saysWhatIsMissing() {
    assertThatIllegalStateException() // The tests run without a secret key.
        .isThrownBy(() -> TokenVerifier.withKey(null, List.of(Sessions.ORIGIN)))
        .withMessageContaining("CLERK_SECRET_KEY");
  }

  @Test
  void reasons_sayWhoseTurnItIs() {
    assertThat(AuthReason.of("token-expired")).isSameAs(AuthReason.TOKEN_EXPIRED);
    assertThat(AuthReason.TOKEN_EXPIRED.fate().status()).isEqualTo(401);
    assertThat(AuthReason.SECRET_KEY_INVALID.fate().status()).isEqualTo(500);
    assertThat(AuthReason.JWK_REMOTE_FAILED_TO_LOAD.fate().status()).isEqualTo(503);
    assertThat(AuthReason.UNEXPECTED_ERROR.fate().status()).isEqualTo(503);
    assertThat(AuthReason.of("new-reason").value()).isEqualTo("new-reason");
  }
}
