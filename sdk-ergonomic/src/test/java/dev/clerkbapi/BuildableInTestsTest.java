package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clerkbapi.bulk.LockOutcome;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.json.Page;
import dev.clerkbapi.model.EmailAddress;
import dev.clerkbapi.model.User;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What code of users takes from the SDK, their tests can make. */
class BuildableInTestsTest {
  private static final User USER = User.builder().id("user_1").locked(true).build();
  private final ClerkApiException refused = ClerkApiException.builder(403).build();
  private final ClerkTransportException lost =
      ClerkTransportException.builder(ClerkTransportException.Reason.LOST).build();

  private final List<LockOutcome> outcomes =
      List.of(
          LockOutcome.Locked.of(USER),
          LockOutcome.AlreadyLocked.of(USER),
          LockOutcome.Unlocked.of(USER),
          LockOutcome.AlreadyUnlocked.of(USER),
          LockOutcome.Planned.of(USER),
          LockOutcome.NotFound.of("user_1"),
          LockOutcome.Refused.of("user_1", refused),
          LockOutcome.Failed.of("user_1", refused),
          LockOutcome.Unknown.of("user_1", lost),
          LockOutcome.Skipped.of("user_1", LockOutcome.Skipped.Reason.PROTECTED));

  /** Fails for a new outcome that is not above. */
  @Test
  void everyOutcome_canBeMade() {
    assertThat(outcomes)
        .extracting(Object::getClass)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(LockOutcome.class.getDeclaredClasses())
                .filter(LockOutcome.class::isAssignableFrom)
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .toList());
    assertThat(outcomes).allMatch(outcome -> outcome.userId().equals("user_1"));
    assertThat(outcomes)
        .filteredOn(LockOutcome.WithUser.class::isInstance)
        .hasSize(5)
        .allMatch(outcome -> ((LockOutcome.WithUser) outcome).user().equals(USER));
    assertThat(((LockOutcome.WithError) outcomes.get(8)).error()).isSameAs(lost);
    assertThat(((LockOutcome.Skipped) outcomes.get(9)).reason())
        .isEqualTo(LockOutcome.Skipped.Reason.PROTECTED);
  }

  @Test
  void lockedUser_canHaveRevokedSessions() {
    for (LockOutcome.WithUser some :
        List.of(
            LockOutcome.Locked.of(USER, 2, lost), LockOutcome.AlreadyLocked.of(USER, 2, lost))) {
      assertThat(some.sessionsRevoked()).isEqualTo(2);
      assertThat(some.sessionsError()).containsSame(lost);
    }
    LockOutcome.Locked plain = LockOutcome.Locked.of(USER);
    assertThat(plain.sessionsRevoked()).isZero();
    assertThat(plain.sessionsError()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> LockOutcome.Locked.of(USER, -1, null));
  }

  @Test
  void report_hasWhatItWasGiven() {
    CallReport report =
        CallReport.builder("lockUser")
            .method("POST")
            .path("/users/{user_id}/lock")
            .status(404)
            .attempts(2)
            .duration(Duration.ofMillis(7))
            .traceId("trace_1")
            .error("NotFound")
            .build();

    assertThat(report.operation()).isEqualTo("lockUser");
    assertThat(report.method()).isEqualTo("POST");
    assertThat(report.path()).isEqualTo("/users/{user_id}/lock");
    assertThat(report.status()).hasValue(404);
    assertThat(report.attempts()).isEqualTo(2);
    assertThat(report.duration()).isEqualTo(Duration.ofMillis(7));
    assertThat(report.traceId()).contains("trace_1");
    assertThat(report.error()).contains("NotFound");
    assertThat(report.toString()).contains("POST /users/{user_id}/lock", "404");
  }

  @Test
  void reportByDefault_isASuccess() {
    CallReport report = CallReport.builder("getUser").build();
    assertThat(report.method()).isEqualTo("GET");
    assertThat(report.status()).hasValue(200);
    assertThat(report.attempts()).isEqualTo(1);
    assertThat(report.error()).isEmpty();
    assertThat(report.traceId()).isEmpty();
    assertThat(CallReport.builder("getUser").status(0).build().status()).isEmpty();
  }

  @Test
  void page_canBeMade() {
    Page<User> page = Page.of(List.of(USER), 120);
    assertThat(page.data()).containsExactly(USER);
    assertThat(page.totalCount()).hasValue(120);
  }

  /** As in docs/testing.md. */
  @Test
  void user_hasWhatTestsUsuallyNeed() {
    Instant now = Instant.parse("2026-01-31T11:00:00Z");
    EmailAddress email = EmailAddress.builder().id("idn_1").emailAddress("ada@example.com").build();
    User user =
        User.builder()
            .id("user_1")
            .firstName("Ada")
            .lastName("Lovelace")
            .emailAddresses(List.of(email))
            .primaryEmailAddressId("idn_1")
            .publicMetadata(Map.of("plan", "pro"))
            .createdAt(now)
            .banned(false)
            .locked(true)
            .lockoutExpiresInSeconds(3600)
            .receivedAt(now)
            .build();

    assertThat(user.fullName()).contains("Ada Lovelace");
    assertThat(user.primaryEmailAddress()).contains(email);
    assertThat(user.lockout().until()).contains(now.plusSeconds(3600));
    assertThat(user.publicMetadata()).containsEntry("plan", "pro");
  }
}
