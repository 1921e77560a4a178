package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clerkbapi.auth.fixtures.SigningKey;
import dev.clerkbapi.auth.internal.RsaKeys;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms in which people keep a public key. */
class PemTest {
  private static final SigningKey KEY = SigningKey.of("ins_1");

  static Stream<String> forms() {
    String pem = KEY.pem();
    return Stream.of(
        pem,
        pem.replace("\n", "\r\n"),
        pem.replace("\n", "\r"),
        pem.replace("\n", ""),
        pem.replace("\n", " "),
        pem.replace("\n", "\\n"),
        pem.replace("\n", "\\r\\n"),
        "\n\n  " + pem + "\n",
        KEY.base64());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyForm_isTheKey(String pem) {
    assertThat(RsaKeys.ofPem(pem)).isEqualTo(KEY.publicKey());
  }

  @Test
  void garbage_isRefusedWithoutQuotingIt() {
    for (String text :
        new String[] {"", "garbage", "sk_test_secret", "-----BEGIN PUBLIC KEY-----"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TokenVerifier.builder().jwtKey(text))
          .withMessageNotContaining("garbage")
          .withMessageNotContaining("sk_test_secret");
    }
  }

  @Test
  void certificateOrPrivateKey_isNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RsaKeys.ofPem("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"))
        .withMessageContaining("certificate");
    String key = Base64.getEncoder().encodeToString(KEY.keys().getPrivate().getEncoded());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RsaKeys.ofPem(
                    "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----"))
        .withMessageContaining("private key")
        .withMessageNotContaining(key.substring(0, 20));
    assertThatIllegalArgumentException().isThrownBy(() -> RsaKeys.ofPem(key));
  }

  @Test
  void ellipticOrShortKey_isRefused() throws Exception {
    byte[] ec = KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic().getEncoded();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RsaKeys.ofPem(Base64.getEncoder().encodeToString(ec)))
        .withMessageContaining("RSA");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RsaKeys.ofPem(SigningKey.of("x", 1024).pem()))
        .withMessageContaining("2048");
  }
}
