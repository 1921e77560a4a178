package dev.clerkbapi;

import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.model.User;

/**
 * The people who sign in to an application: lists, creates, reads, changes, locks, bans and deletes
 * them. Thread-safe.
 *
 * <p>Locked, banned, deprovisioned and not found are four different states. Locking, unlocking,
 * banning and unbanning return the user as they are after the call. Besides the exceptions that it
 * documents, every method throws
 *
 * <ul>
 *   <li>{@link IllegalArgumentException} if the ID is null or blank, is {@code .} or {@code ..}, or
 *       contains white space, a slash, a backslash or a control character, or if a value is outside
 *       the limits that BAPI documents; nothing is sent
 *   <li>{@link IllegalStateException} if the client is closed, or a request lacks a member that
 *       BAPI requires; nothing is sent
 *   <li>{@link dev.clerkbapi.errors.ClerkApiException.Unauthenticated} if the secret key is not
 *       valid
 *   <li>{@link dev.clerkbapi.errors.ClerkApiException.RateLimited} if the instance's rate limit
 *       ({@link RateLimit#forKey}) is used up for longer than the call may wait
 *   <li>any other {@link dev.clerkbapi.errors.ClerkException} if BAPI or the network fails
 * </ul>
 *
 * <p>Locking, unlocking, banning and unbanning are idempotent: sent twice, they leave the user as
 * sent once. The client retries them after failures, within its {@link RetryPolicy}.
 *
 * <p>For many users at once, see {@code dev.clerkbapi.bulk.BulkLock}.
 */
public final class Users extends UsersOperations {
  Users(ClerkClient client) {
    super(client);
  }

  /**
   * Keeps a user from starting a new sign-in until the lock expires or someone unlocks them.
   *
   * <p>By default a lock expires after 1 hour; the application's attack protection settings can
   * change that, even to never. Clerk does not document that a lock ends the sessions that the user
   * already has; {@linkplain #banUser banning} does revoke them. {@link User#lockout()} of the
   * returned user says how long the lock lasts.
   *
   * @param userId such as {@code user_123}
   * @throws dev.clerkbapi.errors.ClerkApiException.NotFound if the instance has no such user
   * @throws dev.clerkbapi.errors.ClerkApiException.PermissionDenied if account lockout is off for
   *     the instance, or the key lacks the permission
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
   * @throws dev.clerkbapi.errors.ClerkApiException.PermissionDenied if account lockout is off for
   *     the instance, or the key lacks the permission
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
