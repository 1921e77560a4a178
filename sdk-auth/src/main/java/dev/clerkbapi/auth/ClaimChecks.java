package dev.clerkbapi.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which claims a token must have. Immutable. */
final class ClaimChecks {
  private final Set<String> authorizedParties;
  private final Set<String> audiences;
  private final long skewMillis;
  private final Clock clock;

  ClaimChecks(Set<String> authorizedParties, Set<String> audiences, Duration skew, Clock clock) {
    this.authorizedParties = Set.copyOf(authorizedParties);
    this.audiences = Set.copyOf(audiences);
    this.skewMillis = skew.toMillis();
    this.clock = clock;
  }

  /** Returns the checks without parties and audiences, which are those of session tokens. */
  ClaimChecks forMachines() {
    return new ClaimChecks(Set.of(), Set.of(), Duration.ofMillis(skewMillis), clock);
  }

  Clock clock() {
    return clock;
  }

  /** Throws for the first claim that is not as it must be, in the order of Clerk's own code. */
  void check(Map<String, @Nullable Object> claims) {
    subject(claims.get("sub"));
    if (!audiences.isEmpty()) {
      audience(claims.get("aud"));
    }
    if (!authorizedParties.isEmpty()) {
      party(claims.get("azp"));
    }
    times(claims, clock.instant());
  }

  private static void subject(@Nullable Object sub) {
    if (!(sub instanceof String text) || text.isEmpty()) {
      throw Refusals.failed("the token has no sub, so it speaks of nobody; it is no session token");
    }
  }

  private void audience(@Nullable Object aud) {
    boolean named =
        aud instanceof Collection<?> several
            ? several.stream().anyMatch(one -> one instanceof String && audiences.contains(one))
            : aud instanceof String && audiences.contains(aud);
    if (!named) {
      throw Refusals.failed(
          (aud == null ? "the token has no aud" : "the token's aud names none of the audiences")
              + "; Clerk puts aud into session tokens only where they are customised to have it");
    }
  }

  private void party(@Nullable Object azp) {
    if (azp == null) {
      throw Refusals.noParty();
    }
    if (!(azp instanceof String origin)
        || origin.isBlank()
        || !authorizedParties.contains(origin)) {
      throw Refusals.foreignParty(azp);
    }
  }

  private void times(Map<String, @Nullable Object> claims, Instant now) {
    long exp = UnixTime.seconds("exp", claims.get("exp"));
    if (exp * 1000 <= now.toEpochMilli() - skewMillis) {
      throw Refusals.expired(exp, now);
    }
    notAfterNow(claims, "nbf", AuthReason.TOKEN_NOT_ACTIVE_YET, now);
    notAfterNow(claims, "iat", AuthReason.TOKEN_IAT_IN_THE_FUTURE, now);
  }

  private void notAfterNow(
      Map<String, @Nullable Object> claims, String name, AuthReason reason, Instant now) {
    if (!claims.containsKey(name)) {
      return;
    }
    long seconds = UnixTime.seconds(name, claims.get(name));
    if (seconds * 1000 > now.toEpochMilli() + skewMillis) {
      throw Refusals.early(reason, name, seconds, now);
    }
  }
}
