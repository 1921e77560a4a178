package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.model.User;
import java.io.IOException;

/** What a single call on an answer gives. */
final class Outcomes {
  private Outcomes() {}

  static User user(RawServer.Answer answer) throws IOException {
    Object outcome = outcome(answer);
    assertThat(outcome).isInstanceOf(User.class);
    return (User) outcome;
  }

  static ClerkException failure(RawServer.Answer answer) throws IOException {
    Object outcome = outcome(answer);
    assertThat(outcome).isInstanceOf(ClerkException.class);
    return (ClerkException) outcome;
  }

  /** A user, or whatever was thrown; every text of it can be had. */
  static Object outcome(RawServer.Answer answer) throws IOException {
    try (RawServer server = new RawServer(answer);
        ClerkClient clerk =
            Fixtures.client(server.baseUrl()).retryPolicy(RetryPolicy.none()).build()) {
      User[] user = new User[1];
      Throwable thrown = catchThrowable(() -> user[0] = clerk.users().lockUser("user_123"));
      if (thrown == null) {
        return user[0];
      }
      assertThat(Said.by(thrown)).isNotEmpty();
      return thrown;
    }
  }
}
