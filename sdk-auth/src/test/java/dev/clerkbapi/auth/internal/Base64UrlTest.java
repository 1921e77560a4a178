package dev.clerkbapi.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Base64UrlTest {
  private static final int LONGEST = 40;
  private static final String BEFORE = "ab.";

  @Test
  void everyLength_isDecodedAsByTheJdk() throws MalformedException {
    Random random = new Random(1);
    for (int length = 0; length <= LONGEST; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertThat(decoded(text(bytes))).as("%d bytes", length).isEqualTo(bytes);
    }
  }

  @Test
  void otherCharacter_isRefusedWhereverItIs() {
    for (int length = 1; length <= 6; length++) {
      String text = text(new byte[length]);
      for (int at = 0; at < text.length(); at++) {
        for (char other : new char[] {'+', '/', '.', ' ', '=', '\u00ff', '\u0141'}) {
          if (other != '=' || at < text.length() - 2) { // Two of these may stand at the end.
            assertRefused(text.substring(0, at) + other + text.substring(at + 1));
          }
        }
      }
    }
  }

  @Test
  void lastCharacterWithSuperfluousBits_isRefused() {
    assertRefused("AB");
    assertRefused("AAB");
    assertRefused("AAAAAB");
    assertRefused("AAAAAAB");
  }

  @Test
  void singleLastCharacter_isRefused() {
    assertRefused("A");
    assertRefused("AAAAA");
  }

  private static void assertRefused(String text) {
    assertThatExceptionOfType(MalformedException.class).as(text).isThrownBy(() -> decoded(text));
  }

  private static byte[] decoded(String text) throws MalformedException {
    return Base64Url.decode(BEFORE + text + ".!", BEFORE.length(), BEFORE.length() + text.length());
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
