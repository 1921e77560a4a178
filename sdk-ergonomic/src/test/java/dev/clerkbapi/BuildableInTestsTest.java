package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.bulk.LockOutcome;
import dev.clerkbapi.bulk.LockPause;
import dev.clerkbapi.bulk.LockProgress;
import dev.clerkbapi.bulk.LockRecord;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkError;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.fixtures.Serialized;
import dev.clerkbapi.fixtures.ValueTypes;
import dev.clerkbapi.json.Page;
import dev.clerkbapi.metadata.MetadataException;
import dev.clerkbapi.model.EmailAddress;
import dev.clerkbapi.model.User;
import dev.clerkbapi.testing.FakeUser;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  @Test
  void everyOutcomeAndReport_canBeSentToAnotherJvm() {
    for (LockOutcome sent : outcomes) {
      LockOutcome received = Serialized.sendAndReceive(sent);
      assertThat(received).hasSameClassAs(sent).hasToString(sent.toString());
      assertThat(received.userId()).isEqualTo("user_1");
      if (received instanceof LockOutcome.WithUser some) {
        assertThat(some.user()).isEqualTo(USER);
      }
    }
    LockOutcome.Locked locked = Serialized.sendAndReceive(LockOutcome.Locked.of(USER, 2, refused));
    assertThat(locked.sessionsRevoked()).isEqualTo(2);
    assertThat(locked.sessionsError()).map(Throwable::getMessage).contains(refused.getMessage());

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
    assertThat(Serialized.sendAndReceive(report))
        .hasToString(report.toString())
        .extracting(CallReport::operation)
        .isEqualTo("lockUser");
  }

  @Test
  void response_hasWhatItWasGiven() {
    ClerkResponse<User> response =
        ClerkResponse.builder(USER)
            .status(201)
            .attempts(2)
            .header("CF-Ray", "ray_1")
            .header("cf-ray", "ray_2")
            .rawJson(USER.toJson())
            .traceId("ray_1")
            .duration(Duration.ofMillis(7))
            .requestDuration(Duration.ofMillis(5))
            .build();
    assertThat(response.value()).isSameAs(USER);
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.attempts()).isEqualTo(2);
    assertThat(response.header("cf-RAY")).contains("ray_1");
    assertThat(response.headers()).containsEntry("cf-ray", List.of("ray_1", "ray_2"));
    assertThat(response.rawJson()).contains(USER.toJson());
    assertThat(response.traceId()).contains("ray_1");
    assertThat(response.duration()).isEqualTo(Duration.ofMillis(7));
    assertThat(response.requestDuration()).isEqualTo(Duration.ofMillis(5));

    ClerkResponse<User> plain = ClerkResponse.builder(USER).build();
    assertThat(plain.status()).isEqualTo(200);
    assertThat(plain.attempts()).isEqualTo(1);
    assertThat(plain.rawJson()).isEmpty();
    assertThat(plain.traceId()).isEmpty();
    assertThat(plain.headers()).isEmpty();
  }

  @Test
  void recordOfAnAudit_hasWhatItWasGiven() {
    Instant now = Instant.parse("2026-01-31T11:00:00Z");
    LockRecord record =
        LockRecord.builder("unlock", "user_1")
            .time(now)
            .reason("INC-1234")
            .wasLocked(true)
            .outcome(outcomes.get(0))
            .traceId("trace_1")
            .build();
    assertThat(record.action()).isEqualTo("unlock");
    assertThat(record.userId()).isEqualTo("user_1");
    assertThat(record.time()).isEqualTo(now);
    assertThat(record.reason()).contains("INC-1234");
    assertThat(record.wasLocked()).contains(true);
    assertThat(record.outcome()).containsSame(outcomes.get(0));
    assertThat(record.traceId()).contains("trace_1");

    LockRecord intent = LockRecord.builder("lock", "user_1").build();
    assertThat(intent.outcome()).isEmpty();
    assertThat(intent.reason()).isEmpty();
    assertThat(intent.wasLocked()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> LockRecord.builder("LOCK", "user_1"));
  }

  @Test
  void progressAndPause_haveWhatTheyWereGiven() {
    LockPause pause = LockPause.of(LockPause.Reason.RATE_LIMIT, Duration.ofSeconds(45), refused);
    assertThat(pause.reason()).isEqualTo(LockPause.Reason.RATE_LIMIT);
    assertThat(pause.length()).isEqualTo(Duration.ofSeconds(45));
    assertThat(pause.error()).isSameAs(refused);
    assertThat(pause).hasToString("waiting 45 s: rate limit");

    LockProgress progress =
        LockProgress.builder()
            .done(120)
            .total(500)
            .read(150)
            .elapsed(Duration.ofSeconds(12))
            .pause(pause)
            .ended(true)
            .build();
    assertThat(progress.done()).isEqualTo(120);
    assertThat(progress.total()).hasValue(500);
    assertThat(progress.unread()).hasValue(350);
    assertThat(progress.elapsed()).isEqualTo(Duration.ofSeconds(12));
    assertThat(progress.usersPerSecond()).isEqualTo(10);
    assertThat(progress.pause()).containsSame(pause);
    assertThat(progress.ended()).isTrue();

    LockProgress begun = LockProgress.builder().build();
    assertThat(begun.total()).isEmpty();
    assertThat(begun.unread()).isEmpty();
    assertThat(begun.pause()).isEmpty();
    assertThat(begun.ended()).isFalse();
  }

  /** Fails for a new type that has no way. */
  @Test
  void everyValueType_canBeMade() {
    Set<Class<?>> resources =
        Arrays.stream(ClerkClient.class.getMethods())
            .map(Method::getReturnType)
            .collect(Collectors.toSet()); // Tests give their client a FakeBapi.
    assertThat(ValueTypes.all()).hasSizeGreaterThan(40);
    assertThat(ValueTypes.all())
        .filteredOn(type -> !resources.contains(type))
        .filteredOn(type -> !ValueTypes.canBeMade(type))
        .containsExactlyInAnyOrder(
            CallOptions.class, // is given to the function of ClerkClient.with(..)
            ClerkError.class, // comes with ClerkApiException.builder(..).body(..)
            MetadataException.class); // is thrown by Metadata, with the path that it found
  }

  @Test
  void lockoutOfAUserThatIsNotComplete_saysWhatTheBuilderLacks() {
    User user = User.builder().id("user_1").build();
    assertThatThrownBy(user::lockout)
        .hasMessageStartingWith("User.locked is missing: the builder that made the object did not");
    assertThat(user.toBuilder().locked(false).build().lockout()).hasToString("not locked");
    assertThat(user.toBuilder().locked(true).build().lockout())
        .hasToString("locked, never expires");
  }

  /** As in docs/testing.md. */
  @Test
  void completeUser_isOneLine() {
    User user = User.fromJson(FakeUser.builder("user_1").build().toJson());
    assertThat(user.id()).isEqualTo("user_1");
    assertThat(user.primaryEmailAddress()).isPresent();
    User locked = User.fromJson(FakeUser.builder("user_1").locked(true).build().toJson());
    assertThat(locked.lockout()).hasToString("locked, never expires");
    for (Method accessor : User.class.getDeclaredMethods()) {
      if (Modifier.isPublic(accessor.getModifiers())
          && !Modifier.isStatic(accessor.getModifiers())
          && accessor.getParameterCount() == 0) {
        assertThatCode(() -> accessor.invoke(user)).doesNotThrowAnyException();
      }
    }
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
