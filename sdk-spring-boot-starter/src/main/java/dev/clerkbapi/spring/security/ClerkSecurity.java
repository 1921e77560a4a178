package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.Requirement;
import dev.clerkbapi.auth.Reverification;
import dev.clerkbapi.auth.SignedOut;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Clerk in Spring Security: the bean {@code clerk}.
 *
 * <pre>{@code
 * @Bean
 * SecurityFilterChain api(HttpSecurity http, ClerkSecurity clerk) throws Exception {
 *   return http
 *       .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
 *       .with(clerk.requests(), c -> c.accepts(TokenType.SESSION_TOKEN, TokenType.API_KEY))
 *       .build();
 * }
 *
 * @PreAuthorize("@clerk.has('org:billing:manage')")
 * void pay() {}
 * }</pre>
 *
 * <p>Its questions are about the current request, from the security context of the thread. Nobody
 * and a machine have nothing of what sessions have. Thread-safe.
 */
public final class ClerkSecurity {
  private final Authenticators authenticators;
  private final SecurityContextHolderStrategy contexts;

  ClerkSecurity(Authenticators authenticators, SecurityContextHolderStrategy contexts) {
    this.authenticators = authenticators;
    this.contexts = contexts;
  }

  /** Returns what to give to {@code http.with(..)}; a new one for each filter chain. */
  public ClerkRequestsConfigurer requests() {
    return new ClerkRequestsConfigurer(authenticators, contexts);
  }

  /**
   * Returns whether the user has a permission or a role in the active organization. The form tells
   * which: {@code org:billing:manage} is a permission, {@code org:admin} a role.
   *
   * @param name a permission of the instance's own, or a role
   * @throws IllegalArgumentException if it has neither form
   */
  public boolean has(String name) {
    return has(Names.roleOrPermission(name));
  }

  /**
   * Returns whether the user or the active organization has a feature by a plan.
   *
   * @param name such as {@code reports}, of either; {@code org:reports} or {@code user:reports}
   */
  public boolean hasFeature(String name) {
    return has(Requirement.feature(name));
  }

  /**
   * Returns whether the user or the active organization has subscribed to a plan.
   *
   * @param name such as {@code pro}, of either; {@code org:pro} or {@code user:pro}
   */
  public boolean hasPlan(String name) {
    return has(Requirement.plan(name));
  }

  /**
   * Returns whether the user has what is asked for.
   *
   * @param requirement such as {@code Requirement.role("org:admin").and(Requirement.plan("pro"))}
   */
  public boolean has(Requirement requirement) {
    Objects.requireNonNull(requirement, "requirement");
    ClerkUser user = user();
    return user != null && user.has(requirement);
  }

  /**
   * Demands that the user proved who they are a short time ago.
   *
   * <pre>{@code
   * @PreAuthorize("@clerk.has('org:billing:manage') and @clerk.reverified('strict')")
   * }</pre>
   *
   * @param name {@code strict_mfa}, {@code strict}, {@code moderate} or {@code lax}
   * @return true if they did; false if there is no user
   * @throws AuthorizationDeniedException if it is too long ago: the response is then 403 with the
   *     body by which Clerk's frontend asks the user and tries again. Therefore ask it last
   * @throws IllegalArgumentException if there is none of this name
   */
  public boolean reverified(String name) {
    return reverified(Names.reverification(name));
  }

  /**
   * Demands that the user proved who they are a short time ago; see {@link #reverified(String)}.
   *
   * @param how such as {@code Reverification.of(Reverification.Level.SECOND_FACTOR, 5)}
   * @return true if they did; false if there is no user
   * @throws AuthorizationDeniedException if it is too long ago
   */
  public boolean reverified(Reverification how) {
    ClerkUser user = user();
    if (user == null) {
      return false;
    }
    if (user.has(Requirement.reverification(how))) {
      return true;
    }
    throw new AuthorizationDeniedException(
        "the user has to be verified again: " + how, new ReverificationDecision(how));
  }

  private @Nullable ClerkUser user() {
    Authentication current = contexts.getContext().getAuthentication();
    return current != null
            && current.isAuthenticated()
            && current.getPrincipal() instanceof ClerkUser user
        ? user
        : null;
  }

  /**
   * Returns why nobody is signed in, for an entry point of your own; empty if somebody is, or if
   * the request did not come to a chain with {@link #requests()}.
   *
   * @param request the current one
   */
  public static Optional<SignedOut> signedOut(HttpServletRequest request) {
    Outcome outcome = Outcome.of(request);
    return outcome == null ? Optional.empty() : Optional.ofNullable(outcome.signedOut());
  }
}
