package dev.clerkbapi.spring.testing;

import dev.clerkbapi.auth.MachineAuth;
import dev.clerkbapi.auth.TokenType;
import dev.clerkbapi.testing.TokenSigner;

/**
 * Requests of {@code MockMvc} with somebody signed in, without Clerk and without a token. Needs
 * {@code spring-security-test} and {@code sdk-testing}.
 *
 * <pre>{@code
 * mvc.perform(post("/bills").with(clerkUser("user_1").org("org_1").role("admin")))
 *     .andExpect(status().isOk());
 * }</pre>
 */
public final class ClerkRequestPostProcessors {
  private ClerkRequestPostProcessors() {}

  /**
   * Returns a request of a user, as with a session token in the header, so that it needs no CSRF
   * token.
   *
   * @param id such as {@code user_123}
   */
  public static ClerkUserRequest clerkUser(String id) {
    return new ClerkUserRequest(Signing.SIGNER.session(id).authorizedParty(Signing.ORIGIN));
  }

  /**
   * Returns a request of a machine.
   *
   * @param tokenType such as {@code TokenType.API_KEY}
   * @param subject in whose name it speaks, such as {@code user_123} or {@code mch_123}
   * @throws IllegalArgumentException for {@code SESSION_TOKEN}
   */
  public static ClerkMachineRequest clerkMachine(TokenType tokenType, String subject) {
    return new ClerkMachineRequest(MachineAuth.builder(tokenType, subject).build());
  }

  /** Makes its key when the first user is asked for. */
  static final class Signing {
    static final String ORIGIN = "https://app.example.com";
    static final TokenSigner SIGNER = TokenSigner.create();

    private Signing() {}
  }
}
