package dev.clerkbapi.samples.spring.app;

import dev.clerkbapi.spring.security.ClerkUser;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What every user may ask. */
@RestController
class MeController {
  /** Returns who is asking; a machine is no user. */
  @GetMapping("/me")
  Map<String, String> me(@AuthenticationPrincipal ClerkUser user) {
    return Map.of("id", user == null ? "a machine" : user.id());
  }
}
