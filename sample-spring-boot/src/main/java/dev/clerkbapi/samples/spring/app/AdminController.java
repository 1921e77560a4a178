package dev.clerkbapi.samples.spring.app;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.model.User;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What only those may do who have a permission for it in their organization. */
@RestController
class AdminController {
  private final ClerkClient clerk;

  AdminController(ClerkClient clerk) {
    this.clerk = clerk;
  }

  /** Keeps a user from signing in; the response is the user, as the API's JSON. */
  @PostMapping("/admin/users/{id}/lock")
  @PreAuthorize("@clerk.has('org:users:lock')")
  User lock(@PathVariable("id") String id) {
    return clerk.users().lockUser(id);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  void noSuchUser(ClerkApiException.NotFound e) {}
}
