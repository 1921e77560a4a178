package dev.clerkbapi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.testing.Caller.Reply;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FakeBapiTest {
  private static final Instant NOW = Instant.parse("2026-01-31T11:00:00Z");

  private FakeBapi bapi = FakeBapi.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).start();
  private Caller caller = new Caller(bapi);

  @AfterEach
  void stop() {
    bapi.close();
    bapi.close();
  }

  private void restart(FakeBapiBuilder builder) {
    bapi.close();
    bapi = builder.start();
    caller = new Caller(bapi);
  }

  @Nested
  class LockUser {
    @Test
    void knownUser_isLockedUntilTheTimeIsOver() throws IOException {
      bapi.addUser("user_123");
      Reply locked = caller.post("/users/user_123/lock");
      assertThat(locked.status()).isEqualTo(200);
      assertThat(locked.json().path("locked").asBoolean()).isTrue();
      assertThat(locked.json().path("lockout_expires_in_seconds").asLong()).isEqualTo(3600);

      bapi.advance(Duration.ofMinutes(59));
      assertThat(caller.get("/users/user_123").json().path("lockout_expires_in_seconds").asLong())
          .isEqualTo(60);
      assertThat(bapi.isLocked("user_123")).isTrue();

      bapi.advance(Duration.ofMinutes(1));
      Reply over = caller.get("/users/user_123");
      assertThat(over.json().path("locked").asBoolean()).isFalse();
      assertThat(over.json().path("lockout_expires_in_seconds").isNull()).isTrue();
      assertThat(bapi.isLocked("user_123")).isFalse();
    }

    @Test
    void lockForEver_hasNoSeconds() throws IOException {
      restart(FakeBapi.builder().locksNeverExpire());
      bapi.addUser("user_123");
      Reply locked = caller.post("/users/user_123/lock");
      bapi.advance(Duration.ofDays(10_000));
      assertThat(locked.json().path("lockout_expires_in_seconds").isNull()).isTrue();
      assertThat(bapi.isLocked("user_123")).isTrue();
    }

    @Test
    void lockoutOff_isForbiddenAndChangesNothing() throws IOException {
      bapi.addUser("user_123");
      bapi.setLockoutEnabled(false);
      Reply refused = caller.post("/users/user_123/lock");
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.code()).isEqualTo("feature_not_enabled");
      assertThat(bapi.isLocked("user_123")).isFalse();
      assertThat(
              caller.get("/users/user_123").json().path("verification_attempts_remaining").isNull())
          .isTrue();
    }

    @Test
    void unknownUser_isNotFound() throws IOException {
      Reply missing = caller.post("/users/user_404/lock");
      assertThat(missing.status()).isEqualTo(404);
      assertThat(missing.code()).isEqualTo("resource_not_found");
      assertThat(missing.json().path("clerk_trace_id").asText()).hasSize(32);
      assertThat(caller.post("/users/user_404/lock").json().path("clerk_trace_id"))
          .isNotEqualTo(missing.json().path("clerk_trace_id"));
    }
  }

  @Nested
  class UnlockUser {
    @Test
    void lockedUser_isUnlocked_andAgainDoesNoHarm() throws IOException {
      bapi.addUser(FakeUser.builder("user_123").locked(true).build());
      assertThat(bapi.isLocked("user_123")).isTrue();
      assertThat(caller.post("/users/user_123/unlock").json().path("locked").asBoolean()).isFalse();
      assertThat(caller.post("/users/user_123/unlock").status()).isEqualTo(200);
      assertThat(bapi.isLocked("user_123")).isFalse();
    }
  }

  @Nested
  class BanUser {
    @Test
    void ban_isNoLock_andUnbanEndsIt() throws IOException {
      bapi.addUser("user_123");
      Reply banned = caller.post("/users/user_123/ban");
      assertThat(banned.json().path("banned").asBoolean()).isTrue();
      assertThat(banned.json().path("locked").asBoolean()).isFalse();
      assertThat(bapi.isBanned("user_123")).isTrue();
      assertThat(caller.post("/users/user_123/unban").json().path("banned").asBoolean()).isFalse();
    }
  }

  @Nested
  class ListUsers {
    @Test
    void users_areNewestFirstInPages() throws IOException {
      for (int i = 0; i < 12; i++) {
        bapi.addUser("user_" + i);
      }
      assertThat(caller.get("/users").json().findValuesAsText("id"))
          .contains("user_11")
          .doesNotContain("user_1");
      assertThat(caller.get("/users?limit=2&offset=1").json().at("/0/id").asText())
          .isEqualTo("user_10");
      assertThat(caller.get("/users?limit=501").status()).isEqualTo(422);
    }

    @Test
    void userIds_leaveOutTheOthers() throws IOException {
      bapi.addUser("user_1");
      bapi.addUser("user_2");
      bapi.addUser("user_3");
      Reply page = caller.get("/users?user_id=user_1&user_id=user_3&user_id=user_9");
      assertThat(page.json()).hasSize(2);
    }

    @Test
    void userIds_areUpTo100() throws IOException {
      List<String> ids = bapi.addUsers(101);
      String hundred = "user_id=" + String.join("&user_id=", ids.subList(0, 100));
      assertThat(caller.get("/users?limit=100&" + hundred).json()).hasSize(100);
      assertThat(caller.get("/users/count?" + hundred).status()).isEqualTo(200);
      Reply tooMany = caller.get("/users?limit=100&user_id=user_101&" + hundred);
      assertThat(tooMany.status()).isEqualTo(422);
      assertThat(tooMany.code()).isEqualTo("form_param_array_size_exceeded");
      assertThat(caller.get("/users/count?user_id=user_101&" + hundred).status()).isEqualTo(422);
    }
  }

  @Nested
  class CountUsers {
    @Test
    void count_isOfAll_orOfThoseAskedFor() throws IOException {
      bapi.addUsers(12);
      assertThat(caller.get("/users/count").json().path("total_count").asInt()).isEqualTo(12);
      Reply some = caller.get("/users/count?user_id=user_1&user_id=user_1&user_id=user_404");
      assertThat(some.json().path("total_count").asInt()).isEqualTo(1);
    }
  }

  @Nested
  class Keys {
    @Test
    void wrongKey_isRefused() throws IOException {
      Reply refused = caller.send("GET", "/users", "Bearer sk_test_wrong");
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.code()).isEqualTo("clerk_key_invalid");
    }

    @Test
    void noKey_isRefused() throws IOException {
      assertThat(caller.send("GET", "/users", "").code()).isEqualTo("authentication_invalid");
    }
  }

  @Nested
  class Faults {
    @Test
    void rateLimited_saysWhenToComeBack_once() throws IOException {
      bapi.addUser("user_123");
      bapi.failNext(FakeFault.rateLimited(Duration.ofSeconds(2)));
      Reply limited = caller.post("/users/user_123/lock");
      assertThat(limited.status()).isEqualTo(429);
      assertThat(limited.response().headers().firstValue("Retry-After")).contains("2");
      assertThat(bapi.isLocked("user_123")).isFalse();
      assertThat(caller.post("/users/user_123/lock").status()).isEqualTo(200);
    }

    @Test
    void lostResponse_isCarriedOut_andResetIsNot() {
      bapi.addUser("user_123");
      bapi.failNext(2, FakeFault.reset());
      assertThatThrownBy(
              () -> caller.send("POST", "/users/user_123/lock", "Bearer " + bapi.secretKey()))
          .isInstanceOf(IOException.class);
      assertThat(bapi.isLocked("user_123")).isFalse();
      bapi.close();
      restart(FakeBapi.builder());
      bapi.addUser("user_123");
      bapi.failNext(FakeFault.lostResponse());
      assertThatThrownBy(() -> caller.post("/users/user_123/lock")).isInstanceOf(IOException.class);
      assertThat(bapi.isLocked("user_123")).isTrue();
    }

    @Test
    void error_hasTheStatusAndCodeAskedFor() throws IOException {
      bapi.failNext(FakeFault.error(503, "service_unavailable"));
      Reply failed = caller.get("/users");
      assertThat(failed.status()).isEqualTo(503);
      assertThat(failed.code()).isEqualTo("service_unavailable");
    }

    @Test
    void emptyAndGarbage_areNoResponses() {
      bapi.failNext(FakeFault.garbage());
      assertThatThrownBy(() -> caller.get("/users")).isInstanceOf(IOException.class);
      bapi.failNext(FakeFault.empty());
      assertThatThrownBy(() -> caller.post("/users/user_1/lock")).isInstanceOf(IOException.class);
    }

    @Test
    void delay_isFollowedByTheRightResponse() throws IOException {
      bapi.addUser("user_123");
      bapi.failNext(FakeFault.delay(Duration.ofMillis(1)));
      assertThat(caller.get("/users/user_123").status()).isEqualTo(200);
    }
  }

  @Test
  void requests_areRememberedInOrder() throws IOException {
    caller.get("/users?limit=1");
    caller.post("/users/user_1/lock");
    assertThat(bapi.requests())
        .extracting(FakeRequest::toString)
        .containsExactly("GET /v1/users?limit=1", "POST /v1/users/user_1/lock");
    assertThat(bapi.requests().get(0).header("authorization"))
        .isEqualTo("Bearer " + bapi.secretKey());
    assertThat(bapi.requests().get(0).header("no-such")).isNull();
    assertThat(bapi.requests().get(1).body()).isEmpty();
  }

  @Test
  void unknownPath_isNoNotFoundThatATestCouldExpect() throws IOException {
    Reply refused = caller.post("/users/user_1/lock/again");
    assertThat(refused.status()).isEqualTo(501);
    assertThat(refused.json().at("/errors/0/message").asText())
        .contains("no operation POST /v1/users/user_1/lock/again in BAPI 20");
    assertThat(caller.post("/users/count").status()).isEqualTo(501);
  }
}
