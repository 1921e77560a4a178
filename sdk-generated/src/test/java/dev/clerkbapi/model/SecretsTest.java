package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names known secrets one by one, so that the rule that finds them cannot lose one unnoticed. */
class SecretsTest {
  private static final RewrittenDescription DESCRIPTION = new RewrittenDescription();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "User.private_metadata",
        "CreateUserRequest.password",
        "CreateUserRequest.password_digest",
        "CreateUserRequest.totp_secret",
        "CreateUserRequest.backup_codes",
        "PhoneNumber.backup_codes",
        "VerifyPasswordRequest.password",
        "VerifyTotpRequest.code",
        "AttemptEmailAddressVerificationRequest.code",
        "SignInToken.token",
        "SignInToken.url",
        "ActorToken.token",
        "SessionToken.jwt",
        "Token.jwt",
        "Cookies.cookies",
        "OAuthAccessToken.token",
        "OAuthAccessToken.token_secret",
        "OAuthApplicationWithSecret.client_secret",
        "MachineCreated.secret_key",
        "MachineSecretKey.secret",
        "ApiKeyWithSecret.secret",
        "M2MTokenWithSecret.token",
        "TestingToken.token",
        "SvixUrl.svix_url",
        "JwksRsaPrivateKey.qi",
        "JwksKeys.d",
        "JwksKeys.k",
        "CreateJwtTemplateRequest.signing_key",
        "ScimDirectory.api_key",
        "RefreshSessionRequest.refresh_token"
      })
  void knownSecret_isHidden(String typeAndMember) {
    int dot = typeAndMember.indexOf('.');
    Object use =
        DESCRIPTION.members(typeAndMember.substring(0, dot)).get(typeAndMember.substring(dot + 1));
    assertThat(use).isInstanceOf(Map.class);
    assertThat(RewrittenDescription.object(use)).containsEntry("x-secret", true);
  }

  @Test
  void whatOnlySoundsSecret_isShown() {
    ClerkError error =
        ClerkError.builder().code("resource_not_found").message("m").longMessage("l").build();
    assertThat(error.toString()).contains("resource_not_found");
    User user = User.builder().passwordEnabled(true).build();
    assertThat(user.toString()).contains("password_enabled=true");
  }

  @Test
  void secretLists_areHidden() {
    assertThat(Cookies.builder().cookies(List.of("__session=abc")).build().toString())
        .doesNotContain("abc");
  }
}
