package dev.clerkbapi.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Good opaque tokens that were verified a short time ago, so that the API is not asked again. It
 * has hashes of them, not the tokens. Bad ones are never kept. Thread-safe.
 */
final class MachineCache {
  private final Duration keepFor;
  private final Clock clock;
  private final Map<String, Kept> entries;

  private record Kept(MachineAuth auth, Instant until) {}

  MachineCache(Duration keepFor, int size, Clock clock) {
    this.keepFor = keepFor;
    this.clock = clock;
    this.entries = new LeastRecentlyUsed(size);
  }

  /** Drops the entry whose last use is longest ago. */
  private static final class LeastRecentlyUsed extends LinkedHashMap<String, Kept> {
    private static final long serialVersionUID = 1L;
    private final int size;

    LeastRecentlyUsed(int size) {
      super(16, 0.75f, true);
      this.size = size;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
      return size() > size;
    }
  }

  @Nullable MachineAuth get(String token) {
    String key = hash(token);
    Instant now = clock.instant();
    synchronized (entries) {
      Kept entry = entries.get(key);
      if (entry == null) {
        return null;
      }
      if (now.isBefore(entry.until())) {
        return entry.auth();
      }
      entries.remove(key);
      return null;
    }
  }

  /** Keeps who a token is, but never beyond the token's own end. */
  void put(String token, OpaqueTokens.Verified verified) {
    Instant until = clock.instant().plus(keepFor);
    Instant end = verified.expiration();
    Kept entry = new Kept(verified.auth(), end != null && end.isBefore(until) ? end : until);
    String key = hash(token);
    synchronized (entries) {
      entries.put(key, entry);
    }
  }

  private static String hash(String token) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
