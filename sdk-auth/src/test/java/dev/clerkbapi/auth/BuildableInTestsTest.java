package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clerkbapi.auth.fixtures.Serialized;
import dev.clerkbapi.auth.fixtures.ValueTypes;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What code of users takes from here, their tests can make, and their sessions can keep. */
class BuildableInTestsTest {
  private static final SessionClaims SESSION =
      SessionClaims.of(
          Map.of(
              "sub",
              "user_1",
              "sid",
              "sess_1",
              "v",
              2,
              "fea",
              "o:billing",
              "o",
              Map.of("id", "org_1", "rol", "admin", "per", "read", "fpm", "1"),
              "large",
              new BigInteger("123456789012345678901234567890")));

  private static final MachineAuth MACHINE =
      MachineAuth.builder(TokenType.API_KEY, "org_1")
          .id("ak_1")
          .name("ci")
          .clientId("client_1")
          .scopes(List.of("read"))
          .claims(Map.of("a", List.of(1L, Map.of())))
          .build();

  @Test
  void session_hasItsClaims() {
    assertThat(SESSION.userId()).isEqualTo("user_1");
    assertThat(SESSION.organization().role()).isEqualTo("org:admin");
    assertThat(SESSION.has(Requirement.permission("org:billing:read"))).isTrue();
    Map<String, Object> claims = new HashMap<>(Map.of("sub", "user_1"));
    SessionClaims copied = SessionClaims.of(claims);
    claims.put("sub", "user_2");
    assertThat(copied.userId()).isEqualTo("user_1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionClaims.of(Map.of("sub", new Object())));
  }

  @Test
  void machine_hasWhatItWasGiven() {
    assertThat(MACHINE.tokenType()).isEqualTo(TokenType.API_KEY);
    assertThat(MACHINE.organizationId()).isEqualTo("org_1");
    assertThat(MACHINE.id()).isEqualTo("ak_1");
    assertThat(MACHINE.name()).isEqualTo("ci");
    assertThat(MACHINE.clientId()).isEqualTo("client_1");
    assertThat(MACHINE.scopes()).containsExactly("read");
    assertThat(MACHINE.claims()).containsKey("a");
  }

  @Test
  void everyValueType_canBeMade() {
    assertThat(ValueTypes.all()).hasSizeGreaterThan(8).contains(SignedIn.class);
    assertThat(ValueTypes.all())
        .filteredOn(type -> !ValueTypes.canBeMade(type))
        .containsExactlyInAnyOrder(
            OrganizationClaims.class, // comes with SessionClaims.of(..).organization()
            ScopedName.class); // comes with SessionClaims.of(..).features()
  }

  @Test
  void auth_isTheSameInAnotherJvm() {
    SessionClaims session = Serialized.sendAndReceive(SESSION);
    assertThat(session).isEqualTo(SESSION);
    assertThat(session.has(Requirement.permission("org:billing:read"))).isTrue();
    assertThat(Serialized.sendAndReceive(SESSION.organization()))
        .hasToString(SESSION.organization().toString());
    assertThat(Serialized.sendAndReceive(SESSION.features().get(0)))
        .isEqualTo(SESSION.features().get(0));

    MachineAuth machine = Serialized.sendAndReceive(MACHINE);
    assertThat(machine).usingRecursiveComparison().isEqualTo(MACHINE);
  }

  @Test
  void results_areTheSameInAnotherJvm() {
    SignedIn in = Serialized.sendAndReceive(SignedIn.of(SESSION, "token"));
    assertThat(in.auth()).isEqualTo(SESSION);
    assertThat(in.token()).isEqualTo("token");

    SignedOut out =
        Serialized.sendAndReceive(
            SignedOut.of(AuthReason.TOKEN_EXPIRED, TokenType.SESSION_TOKEN, "it expired 72 s ago"));
    assertThat(out.reason()).isSameAs(AuthReason.TOKEN_EXPIRED);
    assertThat(out.tokenType()).isEqualTo(TokenType.SESSION_TOKEN);
    assertThat(out.message()).isEqualTo("token-expired: it expired 72 s ago");
    assertThat(out.fate()).isEqualTo(AuthReason.Fate.CALLER);

    TokenVerificationException refusal =
        Serialized.sendAndReceive(
            new TokenVerificationException(AuthReason.TOKEN_EXPIRED, "it expired 72 s ago"));
    assertThat(refusal.reason()).isSameAs(AuthReason.TOKEN_EXPIRED);
    assertThat(refusal).hasMessage("token-expired: it expired 72 s ago");
  }

  /** Lists every implementation, so that a new one is tried above. */
  @Test
  void auths_areThese() {
    assertThat(ValueTypes.all())
        .filteredOn(type -> Auth.class.isAssignableFrom(type))
        .containsExactlyInAnyOrder(MachineAuth.class, SessionClaims.class);
  }
}
