package dev.clerkbapi.openapi.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaNamesTest {
  @ParameterizedTest
  @CsvSource({
    "verification_otp, VerificationOtp",
    "JWKS.ed25519.PublicKey, JwksEd25519PublicKey",
    "SAMLAccount, SamlAccount",
    "SvixURL, SvixUrl",
    "M2MToken, M2MToken",
    "schemas-Passkey, SchemasPasskey",
    "String, StringModel",
    "Record, RecordModel",
    "Model, ModelModel",
    "Objects, ObjectsModel",
    "2fa, Type2fa"
  })
  void type(String name, String expected) {
    assertThat(JavaNames.type(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "web3_wallet, web3Wallet",
    "GetJWKS, getJwks",
    "createM2MToken, createM2MToken",
    "m2m_tokens, m2mTokens",
    "apiKeyID, apiKeyId",
    "ListRedirectURLs, listRedirectUrls",
    "VerifyTOTP, verifyTotp",
    "GetOAuthAccessToken, getOAuthAccessToken",
    "notify, notify_",
    "class, class_",
    "object, object",
    "2fa, _2fa",
    "x5t#S256, x5tS256"
  })
  void member(String name, String expected) {
    assertThat(JavaNames.member(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "past_due, PAST_DUE",
    "-created_at, MINUS_CREATED_AT",
    "+name, PLUS_NAME",
    "saml_custom, SAML_CUSTOM",
    "2, _2",
    "'', EMPTY",
    "RS256, RS256",
    "OKP, OKP"
  })
  void constant(String value, String expected) {
    assertThat(JavaNames.constant(value)).isEqualTo(expected);
  }
}
