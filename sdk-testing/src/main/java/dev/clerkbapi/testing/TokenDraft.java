package dev.clerkbapi.testing;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token before it is signed. Immutable.
 *
 * @param sinceIssue how long before it is signed it was issued; below zero for later
 */
record TokenDraft(
    TokenKey key,
    Clock clock,
    Map<String, @Nullable Object> header,
    Map<String, @Nullable Object> claims,
    Duration lifetime,
    Duration sinceIssue) {

  /** Clerk's {@code nbf} is so long before {@code iat}, for clocks that are behind. */
  private static final Duration EARLY = Duration.ofSeconds(10);

  static TokenDraft of(TokenKey key, Clock clock, Duration lifetime) {
    return new TokenDraft(key, clock, Map.of(), Map.of(), lifetime, Duration.ZERO);
  }

  TokenDraft header(String name, @Nullable Object value) {
    return new TokenDraft(key, clock, with(header, name, value), claims, lifetime, sinceIssue);
  }

  TokenDraft withoutHeader(String name) {
    return new TokenDraft(key, clock, without(header, name), claims, lifetime, sinceIssue);
  }

  TokenDraft claim(String name, @Nullable Object value) {
    return new TokenDraft(key, clock, header, with(claims, name, value), lifetime, sinceIssue);
  }

  /** Also a claim that is only made when the token is signed. */
  TokenDraft withoutClaim(String name) {
    return new TokenDraft(key, clock, header, without(claims, name), lifetime, sinceIssue);
  }

  TokenDraft claims(Map<String, @Nullable Object> all) {
    return new TokenDraft(key, clock, header, all, lifetime, sinceIssue);
  }

  TokenDraft lifetime(Duration time) {
    return new TokenDraft(key, clock, header, claims, time, sinceIssue);
  }

  TokenDraft issued(Duration ago) {
    return new TokenDraft(key, clock, header, claims, lifetime, ago);
  }

  /** Adds the times, unless the test said others. */
  String sign() {
    long issued = clock.instant().minus(sinceIssue).getEpochSecond();
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("iat", issued);
    all.put("nbf", issued - EARLY.toSeconds());
    all.put("exp", issued + lifetime.toSeconds());
    all.putAll(claims);
    return key.sign(present(header), present(all));
  }

  private static Map<String, @Nullable Object> present(Map<String, @Nullable Object> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(map);
    copy.values().removeIf(Absent.VALUE::equals);
    return copy;
  }

  private static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> map, String name, @Nullable Object value) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(map);
    copy.put(name, value);
    return Collections.unmodifiableMap(copy);
  }

  private static Map<String, @Nullable Object> without(
      Map<String, @Nullable Object> map, String name) {
    return with(map, name, Absent.VALUE);
  }

  /** In place of a value that the test took out. */
  private enum Absent {
    VALUE
  }
}
