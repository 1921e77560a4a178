package dev.clerkbapi.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.bulk.LockOutcome.Skipped;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkDecodingException;
import dev.clerkbapi.testing.FakeFault;
import dev.clerkbapi.testing.FakeUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a bulk run makes of odd responses, users, lines and sessions. */
class BulkOutcomesTest {
  private final BulkTestBed bed = new BulkTestBed();

  @AfterEach
  void close() {
    bed.close();
  }

  private static LockOptionsBuilder reading() {
    return LockOptions.builder().readFirst(true);
  }

  private long requests(String method) {
    return bed.bapi.requests().stream().filter(it -> it.method().equals(method)).count();
  }

  @Nested
  class WithoutEffect {
    @Test
    void lockThatLeavesTheUserUnlocked_isFailed_andKeepsTheSessions() {
      bed.bapi.addUser(FakeUser.builder("user_1").member("locked", false).build());
      bed.bapi.addSession("user_1", "sess_1");
      List<LockOutcome> outcomes =
          bed.lock(List.of("user_1"), LockOptions.builder().revokeSessions(true));
      LockOutcome.Failed failed = (LockOutcome.Failed) outcomes.get(0);
      assertThat(failed.error())
          .isInstanceOf(ClerkDecodingException.class)
          .hasMessageContaining("200")
          .hasMessageContaining("locked: false");
      assertThat(bed.bapi.isSessionActive("sess_1")).isTrue();
    }

    @Test
    void unlockThatLeavesTheUserLocked_isFailed() {
      bed.bapi.addUser(FakeUser.builder("user_1").member("locked", true).build());
      try (Stream<LockOutcome> outcomes =
          BulkLock.of(bed.client(it -> it))
              .unlockUsers(List.of("user_1"), LockOptions.defaults())) {
        assertThat(outcomes.toList())
            .hasSize(1)
            .allMatch(LockOutcome.Failed.class::isInstance)
            .allMatch(it -> it.toString().contains("locked: true"));
      }
    }
  }

  @Nested
  class Unreadable {
    private final Map<String, Optional<Boolean>> written = new ConcurrentHashMap<>();

    private LockAudit audit() {
      return new LockAudit() {
        @Override
        public void intended(LockRecord entry) {}

        @Override
        public void ended(LockRecord entry) {
          written.put(entry.userId(), entry.wasLocked());
        }
      };
    }

    private List<String> usersWithJunk() {
      return bed.bapi.addUsers(
          150,
          number -> {
            FakeUser.Builder user = FakeUser.builder("user_" + number);
            if (number == 42) {
              user.member("created_at", "yesterday");
            } else if (number == 77) {
              user.member("public_metadata", List.of());
            }
            return user.build();
          });
    }

    @Test
    void userWhoCannotBeDecoded_isLockedWithoutReading_andOthersAreReadAsEver() {
      Map<String, LockOutcome> outcomes =
          BulkTestBed.byId(bed.lock(usersWithJunk(), reading().audit(audit())));
      assertThat(outcomes).hasSize(150);
      assertThat(outcomes.values()).allMatch(LockOutcome.Locked.class::isInstance);
      assertThat(bed.bapi.lockCounts()).hasSize(150);
      assertThat(written.remove("user_42")).isEmpty();
      assertThat(written.remove("user_77")).isEmpty();
      assertThat(written).hasSize(148);
      assertThat(written.values()).containsOnly(Optional.of(false));
      LockOutcome.Locked partial = (LockOutcome.Locked) outcomes.get("user_42");
      assertThat(partial.user().id()).isEqualTo("user_42");
      assertThat(partial.user().lockout().isLocked()).isTrue();
      // Two batches, and two halvings of one of them at most.
      assertThat(requests("GET")).isLessThan(2 + 2 * 2 * 8);
    }

    @Test
    void userWhoCannotBeDecoded_isFailedInADryRun() {
      Map<String, LockOutcome> outcomes =
          BulkTestBed.byId(bed.lock(usersWithJunk(), reading().dryRun(true)));
      assertThat(outcomes.remove("user_42")).isInstanceOf(LockOutcome.Failed.class);
      assertThat(outcomes.remove("user_77")).isInstanceOf(LockOutcome.Failed.class);
      assertThat(outcomes.values()).hasSize(148).allMatch(LockOutcome.Planned.class::isInstance);
    }

    @Test
    void batchWithTooLongAUrl_isHalved() {
      List<String> ids =
          IntStream.range(0, 100).mapToObj(i -> "user_" + i + "x".repeat(200)).toList();
      ids.forEach(bed.bapi::addUser);
      List<LockOutcome> outcomes = bed.lock(ids, reading().audit(audit()));
      assertThat(outcomes).hasSize(100).allMatch(LockOutcome.Locked.class::isInstance);
      assertThat(written.values()).containsOnly(Optional.of(false));
    }

    @Test
    void batchThatIsRefusedForTheKey_isNotHalved() {
      bed.bapi.failNext(FakeFault.error(403, "authorization_invalid"));
      List<LockOutcome> outcomes = bed.lock(bed.bapi.addUsers(50), reading());
      assertThat(outcomes).hasSize(50).allMatch(LockOutcome.Refused.class::isInstance);
      assertThat(bed.bapi.requests()).hasSize(1);
    }

    @Test
    void longLine_isNotAnId() {
      bed.bapi.addUser("user_1");
      Map<String, LockOutcome> outcomes =
          BulkTestBed.byId(bed.lock(List.of("user_1", "x".repeat(20_000)), reading()));
      assertThat(outcomes.remove("user_1")).isInstanceOf(LockOutcome.Locked.class);
      assertThat(outcomes.values())
          .allMatch(it -> it instanceof Skipped s && s.reason() == Skipped.Reason.NOT_AN_ID);
    }

    @Test
    void responseThatDoesNotSayWhetherTheUserIsLocked_isUnknown() {
      FakeUser.Builder user = FakeUser.builder("user_1").member("created_at", "yesterday");
      bed.bapi.addUser(user.member("locked", "perhaps").build());
      assertThat(bed.lock(List.of("user_1"), LockOptions.builder()))
          .hasSize(1)
          .allMatch(LockOutcome.Unknown.class::isInstance);
    }
  }

  @Nested
  class Sessions {
    private LockOutcome.Locked lockAndRevoke(int sessions, FakeFault... atRevoking) {
      bed.bapi.addUser("user_1");
      for (int i = 1; i <= sessions; i++) {
        bed.bapi.addSession("user_1", "sess_" + i);
      }
      List<FakeFault> faults = new ArrayList<>();
      faults.add(FakeFault.delay(Duration.ZERO)); // the lock
      faults.add(FakeFault.delay(Duration.ZERO)); // the list
      faults.addAll(List.of(atRevoking));
      bed.bapi.failNext(faults.toArray(FakeFault[]::new));
      List<LockOutcome> outcomes =
          bed.lock(List.of("user_1"), LockOptions.builder().revokeSessions(true));
      return (LockOutcome.Locked) outcomes.get(0);
    }

    private long active(int sessions) {
      return IntStream.rangeClosed(1, sessions)
          .filter(i -> bed.bapi.isSessionActive("sess_" + i))
          .count();
    }

    @Test
    void oneThatCannotBeRevoked_doesNotProtectTheOthers() {
      LockOutcome.Locked locked =
          lockAndRevoke(5, FakeFault.error(403, "first"), FakeFault.error(422, "second"));
      assertThat(locked.sessionsRevoked()).isEqualTo(3);
      assertThat(active(5)).isEqualTo(2);
      assertThat(locked.sessionsError())
          .containsInstanceOf(ClerkApiException.PermissionDenied.class);
      // The lock, five sessions, and two lists of what is active: the second has nothing new.
      assertThat(bed.bapi.requests()).hasSize(1 + 5 + 2);
    }

    @Test
    void moreThanAPage_areAllRevoked() {
      LockOutcome.Locked locked = lockAndRevoke(501, FakeFault.error(403, "first"));
      assertThat(locked.sessionsRevoked()).isEqualTo(500);
      assertThat(active(501)).isEqualTo(1);
    }
  }
}
