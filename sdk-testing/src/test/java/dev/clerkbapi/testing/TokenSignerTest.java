package dev.clerkbapi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a signer writes into tokens. That they fit a verifier is tested beside the verifier. */
class TokenSignerTest {
  private static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");
  private static final long SECONDS = NOW.getEpochSecond();

  private final TokenSigner clerk =
      TokenSigner.create().withClock(Clock.fixed(NOW, ZoneOffset.UTC)).withKeyId("ins_1");

  private static JsonNode part(FakeToken<?> token, int number) throws IOException {
    return new ObjectMapper()
        .readTree(Base64.getUrlDecoder().decode(token.sign().split("\\.", -1)[number]));
  }

  private static JsonNode claims(FakeToken<?> token) throws IOException {
    return part(token, 1);
  }

  private static String header(FakeToken<?> token) throws IOException {
    return part(token, 0).toString();
  }

  @Test
  void session_hasWhatClerksTokensHave() throws IOException {
    JsonNode claims = claims(clerk.session("user_1"));
    assertThat(claims.path("jti").asText()).hasSize(32);
    assertThat(claims.path("iat").asLong()).isEqualTo(SECONDS);
    assertThat(claims.path("nbf").asLong()).isEqualTo(SECONDS - 10);
    assertThat(claims.path("exp").asLong()).isEqualTo(SECONDS + 60);
    assertThat(claims.path("iss").asText()).isEqualTo("https://clerk.example.com");
    assertThat(claims.path("sub").asText()).isEqualTo("user_1");
    assertThat(claims.path("sid").asText()).isEqualTo("sess_123");
    assertThat(claims.path("fva").toString()).isEqualTo("[0,-1]");
    assertThat(claims.path("v").asInt()).isEqualTo(2);
    assertThat(claims.size()).isEqualTo(9);
    assertThat(header(clerk.session("user_1")))
        .isEqualTo(
            "{'alg':'RS256','kid':'ins_1','typ':'JWT','cat':'cl_B7d4PD111AAA'}".replace('\'', '"'));
  }

  @Test
  void otherKinds_sayInTheirHeaderWhatTheyAre() throws IOException {
    assertThat(header(clerk.template("user_1"))).contains("cl_B7d4PD222AAA");
    assertThat(header(clerk.m2m("mch_1"))).contains("cl_B7d4PD333AAA");
    assertThat(header(clerk.oauth("user_1", "client_1"))).contains("at+jwt").doesNotContain("cat");
    JsonNode m2m = claims(clerk.m2m("mch_1", "mch_2", "mch_3"));
    assertThat(m2m.path("scopes").asText()).isEqualTo("mch_2 mch_3");
    assertThat(m2m.path("aud")).hasSize(2);
    assertThat(m2m.path("jti").asText()).startsWith("mt_").hasSize(35);
    assertThat(m2m.path("exp").asLong()).isEqualTo(SECONDS + 3600);
    JsonNode oauth = claims(clerk.oauth("user_1", "client_1", "profile", "email"));
    assertThat(oauth.path("scope").asText()).isEqualTo("profile email");
    assertThat(oauth.path("client_id").asText()).isEqualTo("client_1");
  }

  /** The organization's features come first, so that the masks fit however they are counted. */
  @Test
  void version2_packsPermissionsIntoMasks() throws IOException {
    JsonNode claims =
        claims(
            clerk
                .session("user_1")
                .userFeatures("themes", "both")
                .permissions("org:billing:read", "org:billing:manage", "org:users:manage")
                .organization("org_1", "acme", "org:admin")
                .organizationFeatures("both")
                .organizationPlans("pro")
                .userPlans("plus"));
    assertThat(claims.path("o").toString())
        .isEqualTo(
            "{'id':'org_1','slg':'acme','rol':'admin','per':'read,manage','fpm':'0,3,2'}"
                .replace('\'', '"'));
    assertThat(claims.path("fea").asText()).isEqualTo("ou:both,o:billing,o:users,u:themes");
    assertThat(claims.path("pla").asText()).isEqualTo("o:pro,u:plus");
  }

  @Test
  void version1_namesEachPermission() throws IOException {
    FakeSessionToken token =
        clerk.session("user_1").organization("org_1", "admin").permissions("org:a:b").version1();
    JsonNode claims = claims(token);
    assertThat(claims.path("org_id").asText()).isEqualTo("org_1");
    assertThat(claims.path("org_slug").asText()).isEqualTo("org-1");
    assertThat(claims.path("org_role").asText()).isEqualTo("org:admin");
    assertThat(claims.path("org_permissions").toString()).isEqualTo("[\"org:a:b\"]");
    assertThat(claims.has("v") || claims.has("o") || claims.has("fea")).isFalse();
    assertThatIllegalStateException().isThrownBy(token.userPlans("plus")::sign);
  }

  @Test
  void permissionThatNoTokenHas_isRefused() {
    FakeSessionToken token = clerk.session("user_1");
    for (String wrong : List.of("org:sys_memberships:read", "billing:read", "org:a", "org:a:b:c")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> token.permissions(wrong))
          .withMessageContaining(wrong);
    }
    assertThatIllegalStateException()
        .isThrownBy(token.permissions("org:a:b")::sign)
        .withMessageContaining("organization");
  }

  @Test
  void claimsAndHeader_canBeReplacedAddedAndRemoved() throws IOException {
    FakeSessionToken before = clerk.session("user_1").organization("org_1", "admin");
    FakeSessionToken token =
        before
            .with("o", Map.of("id", 1))
            .with("exp", "never")
            .with("locale", null)
            .without("nbf")
            .without("fva")
            .withHeader("typ", "at+jwt")
            .withoutHeader("cat")
            .pending()
            .actor("user_admin");
    JsonNode claims = claims(token);
    assertThat(claims.path("o").toString()).isEqualTo("{\"id\":1}");
    assertThat(claims.path("exp").asText()).isEqualTo("never");
    assertThat(claims.path("locale").isNull()).isTrue();
    assertThat(claims.has("nbf") || claims.has("fva")).isFalse();
    assertThat(claims.path("sts").asText()).isEqualTo("pending");
    assertThat(claims.at("/act/sub").asText()).isEqualTo("user_admin");
    assertThat(header(token)).contains("at+jwt").doesNotContain("cat");
    assertThat(claims(before).at("/o/id").asText()).isEqualTo("org_1");
  }

  @Test
  void expiredAndNotYetValid_areBeyondTheSkewThatVerifiersAllow() throws IOException {
    FakeSessionToken token = clerk.session("user_1").lifetime(Duration.ofMinutes(5));
    assertThat(claims(token).path("exp").asLong()).isEqualTo(SECONDS + 300);
    assertThat(claims(token.expired()).path("exp").asLong()).isEqualTo(SECONDS - 60);
    assertThat(claims(token.expired()).path("iat").asLong()).isEqualTo(SECONDS - 360);
    assertThat(claims(token.notYetValid()).path("nbf").asLong()).isEqualTo(SECONDS + 60);
  }

  @Test
  void publicKey_isTheSameInBothForms_andOneForEachSigner() {
    assertThat(clerk.jwtKey()).startsWith("-----BEGIN PUBLIC KEY-----\n");
    assertThat(clerk.keySet()).contains("\"kid\":\"ins_1\"", "\"alg\":\"RS256\"");
    assertThat(clerk.withIssuer("https://clerk.shop.example").jwtKey()).isEqualTo(clerk.jwtKey());
    assertThat(TokenSigner.create().jwtKey()).isNotEqualTo(clerk.jwtKey());
  }
}
