package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.Auth;
import dev.clerkbapi.auth.MachineAuth;
import dev.clerkbapi.auth.OrganizationClaims;
import dev.clerkbapi.auth.SessionClaims;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a token grants, in the words of {@code hasAuthority}. */
final class ClerkAuthorities {
  private ClerkAuthorities() {}

  static List<GrantedAuthority> of(Auth auth) {
    List<GrantedAuthority> authorities = new ArrayList<>();
    names(auth).distinct().map(SimpleGrantedAuthority::new).forEach(authorities::add);
    return authorities;
  }

  private static Stream<String> names(Auth auth) {
    if (auth instanceof SessionClaims session) {
      return ofMember(session.organization());
    }
    return auth instanceof MachineAuth machine
        ? machine.scopes().stream().filter(scope -> !scope.isBlank()).map(scope -> "SCOPE_" + scope)
        : Stream.empty();
  }

  /** As Clerk writes them: {@code org:admin}, {@code org:billing:read}. */
  private static Stream<String> ofMember(@Nullable OrganizationClaims organization) {
    if (organization == null) {
      return Stream.empty();
    }
    return Stream.concat(
            Stream.ofNullable(organization.role()), organization.permissions().stream())
        .filter(name -> !name.isBlank());
  }
}
