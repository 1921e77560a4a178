package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.clerkbapi.auth.fixtures.QuietLog;
import dev.clerkbapi.auth.fixtures.Sessions;
import dev.clerkbapi.auth.fixtures.SigningKey;
import dev.clerkbapi.auth.internal.ClaimReader;
import dev.clerkbapi.auth.internal.MalformedException;
import dev.clerkbapi.auth.internal.StrictJson;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What other libraries say about the tokens that we accept, and what becomes of broken ones. */
@ExtendWith(QuietLog.class)
class SecondOpinionsTest {
  private static final SigningKey KEY = SigningKey.of("ins_1");
  private static final int MUTATIONS = 100_000;
  private static final long SEED = 20270115;

  private final TokenVerifier verifier =
      TokenVerifier.builder().jwtKey(KEY.pem()).clock(Sessions.CLOCK).build();

  private static List<String> goodTokens() {
    List<String> tokens = new ArrayList<>();
    tokens.add(KEY.token(Sessions.claims()));
    tokens.add(KEY.token(Map.of("alg", "RS256"), Sessions.claims()));
    for (Object custom :
        Arrays.asList(
            null,
            "é\uD83D\uDE00\"\\\n",
            Long.MIN_VALUE,
            new BigInteger("9".repeat(40)),
            1e-7,
            List.of(List.of()),
            Map.of("a", Map.of()))) {
      tokens.add(KEY.token(Sessions.with("custom", custom)));
    }
    return tokens;
  }

  @Test
  void whatWeAccept_nimbusAndJose4jAcceptToo() throws Exception {
    for (String token : goodTokens()) {
      SessionClaims ours = verifier.verify(token);
      SignedJWT nimbus = SignedJWT.parse(token);
      assertThat(nimbus.verify(new RSASSAVerifier(KEY.publicKey()))).isTrue();
      assertThat(nimbus.getJWTClaimsSet().getSubject()).isEqualTo(ours.userId());
      assertThat(jose4j().processToClaims(token).getSubject()).isEqualTo(ours.userId());
    }
  }

  private static JwtConsumer jose4j() {
    return new JwtConsumerBuilder()
        .setVerificationKey(KEY.publicKey())
        .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "RS256"))
        .setEvaluationTime(org.jose4j.jwt.NumericDate.fromSeconds(Sessions.seconds()))
        .setSkipDefaultAudienceValidation()
        .build();
  }

  @Test
  void mutatedTokens_areNeverAcceptedAndNeverThrowAnythingElse() {
    List<String> good = goodTokens();
    Random random = new Random(SEED);
    Set<String> reasons = new HashSet<>();
    for (int i = 0; i < MUTATIONS; i++) {
      String token = good.get(random.nextInt(good.size()));
      String mutated = mutated(token, random);
      if (isOnlyPadded(mutated, good)) {
        continue;
      }
      reasons.add(refusal(mutated));
    }
    assertThat(reasons)
        .contains("token-invalid", "token-invalid-signature", "token-invalid-algorithm")
        .doesNotContain("accepted");
  }

  private String refusal(String token) {
    try {
      var unused = verifier.verify(token);
      return "accepted";
    } catch (TokenVerificationException e) {
      return e.reason().value();
    }
  }

  /** Padding at the end is tolerated, as by Clerk's own code; the signature is over the rest. */
  private static boolean isOnlyPadded(String token, List<String> good) {
    return good.contains(token.replaceAll("={1,2}$", ""));
  }

  private static String mutated(String token, Random random) {
    StringBuilder text = new StringBuilder(token);
    // Most of them in the header: behind it, many are refused for their signature, which is slow.
    int dot = token.indexOf('.');
    int bound = random.nextInt(20) > 0 ? dot : token.length();
    int at = random.nextInt(bound);
    switch (random.nextInt(6)) {
      case 0 -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65536));
      case 1 -> text.deleteCharAt(at);
      case 2 -> text.insert(at, (char) ('A' + random.nextInt(60)));
      case 3 -> text.setLength(at);
      case 4 -> text.insert(at, token, at, Math.min(token.length(), at + random.nextInt(40)));
      default -> {
        String[] parts = token.split("\\.");
        int part = random.nextInt(20) > 0 ? 0 : 1;
        parts[part] = json(random);
        text = new StringBuilder(String.join(".", parts));
      }
    }
    return text.toString().equals(token) ? token + "!" : text.toString();
  }

  private static String json(Random random) {
    List<String> some =
        List.of(
            "null",
            "[]",
            "{}",
            "1",
            "\"x\"",
            "{\"alg\":\"none\"}",
            "{\"alg\":[]}",
            "{\"crit\":1}",
            "{\"alg\":\"RS256\",\"typ\":7}",
            "{\"alg\":\"RS256\",\"kid\":{}}",
            "{\"a\":1,\"a\":1}",
            "[".repeat(500),
            "9".repeat(2000),
            "{\"exp\":1e999999999}",
            "\uFEFF{}",
            "{\"\\ud800\":1}");
    return SigningKey.encoded(some.get(random.nextInt(some.size())));
  }

  @Test
  void nonsenseInClaims_neverThrowsAnythingElse() {
    Random random = new Random(SEED);
    List<String> values =
        List.of(
            "null",
            "true",
            "\"\"",
            "\"1\"",
            "[]",
            "{}",
            "-1",
            "1e400",
            "-1e400",
            "1e-400",
            "0.5",
            "9".repeat(30),
            "[null]",
            "{\"id\":[]}",
            "\"o:a,,b:\"",
            "\"\\ud800\"");
    List<String> names =
        List.of(
            "sub", "exp", "nbf", "iat", "azp", "aud", "sid", "v", "o", "fea", "pla", "fva", "act");
    for (int i = 0; i < 3000; i++) {
      StringBuilder payload = new StringBuilder("{");
      for (String name : names) {
        payload.append(payload.length() > 1 ? "," : "");
        payload.append('"').append(name).append("\":").append(pick(values, name, random));
      }
      String json = payload + "}";
      assertThatCode(() -> readAll(json)).doesNotThrowAnyException();
    }
  }

  /** Mostly good times and subjects, so that the rest is read. */
  private static String pick(List<String> values, String name, Random random) {
    boolean odd = random.nextInt(5) == 0;
    return switch (name) {
      case "sub" -> odd ? values.get(random.nextInt(values.size())) : "\"user_1\"";
      case "exp" -> odd ? values.get(random.nextInt(values.size())) : "" + (Sessions.seconds() + 9);
      case "nbf", "iat" -> odd ? values.get(random.nextInt(values.size())) : "1";
      case "v" -> random.nextBoolean() ? "2" : "2.0";
      default -> values.get(random.nextInt(values.size()));
    };
  }

  private static void readAll(String payload) throws MalformedException {
    try {
      Map<String, Object> claims = ClaimReader.object(StrictJson.parse(payload));
      new ClaimChecks(Set.of(), Set.of(), Duration.ZERO, Sessions.CLOCK).check(claims);
      SessionClaims session = new SessionClaims(claims);
      for (Requirement one :
          List.of(
              Requirement.role("a"),
              Requirement.permission("a"),
              Requirement.feature("a"),
              Requirement.plan("a"),
              Requirement.reverification(Reverification.LAX))) {
        var unused = session.has(one);
      }
      String all =
          ""
              + session
              + session.organization()
              + session.features()
              + session.plans()
              + session.actor()
              + session.factorAges()
              + session.status()
              + session.issuer()
              + session.issuedAt()
              + session.expiresAt()
              + session.authorizedParty();
      assertThat(all).isNotEmpty();
    } catch (TokenVerificationException e) {
      assertThat(e.reason().fate()).isEqualTo(AuthReason.Fate.CALLER);
    }
  }
}
