package dev.clerkbapi;

import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.model.User;

/**
 * The people who sign in to an application: lists, creates, reads, changes, locks, bans and deletes
 * them. Thread-safe.
 *
 * <p>Locked, banned, deprovisioned and unknown are four different things. Locking, unlocking,
 * banning and unbanning return the user as it is after the call. Every method throws, besides what
 * its own documentation says:
 *
 * <ul>
 *   <li>{@link IllegalArgumentException} if the ID is null or blank, is {@code .} or {@code ..}, or
 *       has white space, a slash, a backslash or a control character; nothing is sent
 *   <li>{@link IllegalStateException} if the client is closed, or a request lacks a member that
 *       BAPI requires; nothing is sent
 *   <li>{@link dev.clerkbapi.errors.ClerkApiException.Unauthenticated} if the secret key is not
 *       valid
 *   <li>{@link dev.clerkbapi.errors.ClerkApiException.RateLimited} if the instance's limit (per 10
 *       s: 1000 requests with a live key, 100 with a test key) is used up for longer than the call
 *       may wait
 *   <li>any other {@link dev.clerkbapi.errors.ClerkException}: a failure of BAPI or on the way to
 *       it
 * </ul>
 *
 * <p>For many users at once see {@code dev.clerkbapi.bulk.BulkLock}.
 *
 * <p>Sent twice, locking, unlocking, banning and unbanning leave the user as locked or banned as
 * sent once, so the client repeats them after failures, within its {@link RetryPolicy}.
 */
public final class Users extends UsersOperations {
  Users(ClerkClient client) {
    super(client);
  }

  /**
   * Keeps a user from starting a new sign-in until the lock expires or someone unlocks them.
   *
   * <p>A lock lasts 1 hour unless the application's attack protection settings say otherwise; they
   * can say that it never expires. Clerk does not document that locking ends the sessions that the
   * user has; {@linkplain #banUser banning} revokes them.
   *
   * @param userId such as {@code user_123}
   * @throws dev.clerkbapi.errors.ClerkApiException.NotFound if the instance has no such user
   * @throws dev.clerkbapi.errors.ClerkApiException.PermissionDenied if account lockout is off for
   *     the instance, or the key may not do this
   * @throws dev.clerkbapi.errors.ClerkApiException.Conflict if another request is changing the user
   */
  public User lockUser(String userId) {
    return client.call(api().lockUser(userId));
  }

  /**
   * Lets a locked user sign in again, before the lock expires by itself.
   *
   * @param userId such as {@code user_123}
   * @throws dev.clerkbapi.errors.ClerkApiException.NotFound if the instance has no such user
   * @throws dev.clerkbapi.errors.ClerkApiException.PermissionDenied if the key may not do this, or
   *     the feature is off for the instance
   */
  public User unlockUser(String userId) {
    return client.call(api().unlockUser(userId));
  }

  /**
   * Revokes all of a user's sessions, and keeps the user from signing in until someone unbans them.
   *
   * @param userId such as {@code user_123}
   * @throws dev.clerkbapi.errors.ClerkApiException.NotFound if the instance has no such user
   * @throws dev.clerkbapi.errors.ClerkApiException.PaymentRequired if the instance's plan does not
   *     include banning
   */
  public User banUser(String userId) {
    return client.call(api().banUser(userId));
  }

  /**
   * Lets a banned user sign in again.
   *
   * @param userId such as {@code user_123}
   * @throws dev.clerkbapi.errors.ClerkApiException.NotFound if the instance has no such user
   * @throws dev.clerkbapi.errors.ClerkApiException.PaymentRequired if the instance's plan does not
   *     include banning
   */
  public User unbanUser(String userId) {
    return client.call(api().unbanUser(userId));
  }

  /**
   * Reads a user, and changes nothing.
   *
   * @param userId such as {@code user_123}
   * @throws dev.clerkbapi.errors.ClerkApiException.NotFound if the instance has no such user
   */
  public User getUser(String userId) {
    return client.call(api().getUser(userId));
  }

  private UsersApi api() {
    return client.api(UsersApi.class);
  }
}
