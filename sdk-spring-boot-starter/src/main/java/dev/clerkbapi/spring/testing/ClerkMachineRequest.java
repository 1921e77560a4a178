package dev.clerkbapi.spring.testing;

import dev.clerkbapi.auth.MachineAuth;
import dev.clerkbapi.spring.security.ClerkAuthentication;
import java.util.List;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * A request of a machine, made by {@link ClerkRequestPostProcessors#clerkMachine}. Immutable: each
 * method that changes something returns another one.
 */
public final class ClerkMachineRequest implements RequestPostProcessor {
  private final MachineAuth auth;

  ClerkMachineRequest(MachineAuth auth) {
    this.auth = auth;
  }

  /**
   * Sets what the token may be used for; nothing otherwise.
   *
   * @param names such as {@code reports:read}; of an M2M token, machines such as {@code mch_2}
   */
  public ClerkMachineRequest scopes(String... names) {
    return new ClerkMachineRequest(copy().scopes(List.of(names)).build());
  }

  /**
   * Sets the ID of the token.
   *
   * @param id such as {@code ak_123}
   */
  public ClerkMachineRequest tokenId(String id) {
    return new ClerkMachineRequest(copy().id(id).build());
  }

  private MachineAuth.Builder copy() {
    return MachineAuth.builder(auth.tokenType(), auth.subject())
        .id(auth.id())
        .scopes(auth.scopes());
  }

  @Override
  public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
    return SecurityMockMvcRequestPostProcessors.authentication(
            ClerkAuthentication.ofHeader(auth, "mt_of_a_test"))
        .postProcessRequest(request);
  }
}
