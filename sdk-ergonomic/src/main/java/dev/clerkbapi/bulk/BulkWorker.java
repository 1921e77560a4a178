package dev.clerkbapi.bulk;

import dev.clerkbapi.ClerkResponse;
import dev.clerkbapi.bulk.LockOutcome.RevokedSessions;
import dev.clerkbapi.bulk.LockOutcome.Skipped;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkDecodingException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.model.User;
import org.jspecify.annotations.Nullable;

/** Works on single users of a bulk run. Thread-safe. */
final class BulkWorker {
  private final BulkCalls calls;
  private final BulkSessions sessions;
  private final BulkAction action;
  private final LockOptions options;
  private final BulkAudit audit;
  private final BulkEnd end;

  BulkWorker(
      BulkCalls calls, BulkAction action, LockOptions options, BulkAudit audit, BulkEnd end) {
    this.calls = calls;
    this.sessions = new BulkSessions(calls, end);
    this.action = action;
    this.options = options;
    this.audit = audit;
    this.end = end;
  }

  /** Returns the outcome if it is known without a request, or null. */
  @Nullable BulkStep settled(BulkUser user) {
    User before = user.before();
    if (before != null && isDone(user) && (options.dryRun() || !revokes())) {
      return audit.ended(user, alreadyDone(user.id(), before, RevokedSessions.NONE), null);
    } else if (options.dryRun()) {
      return audit.ended(
          user,
          before == null
              ? new LockOutcome.NotFound(user.id())
              : new LockOutcome.Planned(user.id(), before),
          null);
    }
    return null;
  }

  /** Sends what there is to send for one user. */
  BulkStep work(BulkUser user) {
    if (end.isEnded()) {
      return settle(user.id(), new Skipped(user.id(), end.reason()));
    } else if (!audit.intended(user)) {
      return BulkStep.of(new Skipped(user.id(), Skipped.Reason.ENDED));
    }
    User before = user.before();
    return before != null && isDone(user)
        ? audit.ended(user, alreadyDone(user.id(), before, sessions.revoke(user.id())), null)
        : send(user);
  }

  /** Returns an outcome of a user to whom nothing was sent, once it is written down. */
  BulkStep settle(String userId, LockOutcome outcome) {
    return audit.ended(new BulkUser(userId, null), outcome, null);
  }

  /** What a failure of a request means for a user whom it did not change. */
  LockOutcome unchanged(String userId, ClerkException e) {
    return BulkFailures.unchanged(userId, e, end);
  }

  /** Neither BAPI nor the network is why a request was not sent. */
  void endBecauseOf(Throwable e) {
    if (e instanceof IllegalStateException) {
      end.end(Skipped.Reason.ENDED); // The client is closed.
    } else {
      end.fail(e); // The user's rate limit threw an error.
    }
  }

  private BulkStep send(BulkUser user) {
    String id = user.id();
    try {
      ClerkResponse<User> response = calls.act(action, id);
      LockOutcome outcome = done(id, response.value(), response.status());
      return audit.ended(user, outcome, response.traceId().orElse(null));
    } catch (ClerkDecodingException e) {
      User known = BulkPartialUser.read(e);
      return audit.ended(
          user, known == null ? new LockOutcome.Unknown(id, e) : done(id, known, e.status()), null);
    } catch (ClerkException e) {
      String traceId =
          e instanceof ClerkApiException response ? response.traceId().orElse(null) : null;
      return audit.ended(user, BulkFailures.outcome(id, e, end), traceId);
    } catch (BulkEndedException e) {
      return audit.ended(user, new Skipped(id, e.reason()), null);
    } catch (Throwable e) {
      endBecauseOf(e);
      return audit.ended(user, BulkFailures.outcomeOfThrown(id, e, end), null);
    }
  }

  private LockOutcome done(String userId, User user, int status) {
    if (!action.isDoneFor(BulkUser.isLocked(user).orElse(action == BulkAction.LOCK))) {
      return new LockOutcome.Failed(userId, BulkFailures.withoutEffect(action, status));
    } else if (action == BulkAction.UNLOCK) {
      return new LockOutcome.Unlocked(userId, user);
    }
    RevokedSessions revoked = revokes() ? sessions.revoke(userId) : RevokedSessions.NONE;
    return new LockOutcome.Locked(userId, user, revoked);
  }

  private boolean isDone(BulkUser user) {
    Boolean locked = user.wasLocked();
    return locked != null && action.isDoneFor(locked);
  }

  private boolean revokes() {
    return options.revokeSessions() && action == BulkAction.LOCK;
  }

  private LockOutcome alreadyDone(String userId, User before, RevokedSessions revoked) {
    return action == BulkAction.LOCK
        ? new LockOutcome.AlreadyLocked(userId, before, revoked)
        : new LockOutcome.AlreadyUnlocked(userId, before);
  }
}
