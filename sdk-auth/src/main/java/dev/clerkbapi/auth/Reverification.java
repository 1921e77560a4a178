package dev.clerkbapi.auth;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How, and how long ago at most, a user must have proved who they are. Immutable. */
public final class Reverification {
  /** All factors that the user has, less than 10 minutes ago. */
  public static final Reverification STRICT_MFA =
      new Reverification(Level.MULTI_FACTOR, 10, "strict_mfa");

  /** The second factor, or the first if there is no second, less than 10 minutes ago. */
  public static final Reverification STRICT = new Reverification(Level.SECOND_FACTOR, 10, "strict");

  /** The second factor, or the first if there is no second, less than an hour ago. */
  public static final Reverification MODERATE =
      new Reverification(Level.SECOND_FACTOR, 60, "moderate");

  /** The second factor, or the first if there is no second, less than a day ago. */
  public static final Reverification LAX = new Reverification(Level.SECOND_FACTOR, 1440, "lax");

  private final Level level;
  private final long minutes;
  private final @Nullable String name;

  private Reverification(Level level, long minutes, @Nullable String name) {
    this.level = level;
    this.minutes = minutes;
    this.name = name;
  }

  /** Which factors count. Later versions may have more. */
  public enum Level {
    /** The first, such as a password. */
    FIRST_FACTOR("first_factor"),

    /** The second, such as a code of an app; the first if the user has no second. */
    SECOND_FACTOR("second_factor"),

    /** Both; the first alone if the user has no second. */
    MULTI_FACTOR("multi_factor");

    private final String value;

    Level(String value) {
      this.value = value;
    }
  }

  /**
   * Returns one with a time of its own.
   *
   * @param level such as {@link Level#FIRST_FACTOR}
   * @param minutes such as {@code 5}: less than so many minutes ago
   * @throws IllegalArgumentException if the minutes are not above zero
   */
  public static Reverification of(Level level, long minutes) {
    if (minutes <= 0) {
      throw new IllegalArgumentException("minutes is " + minutes + "; it must be above zero");
    }
    return new Reverification(Objects.requireNonNull(level, "level"), minutes, null);
  }

  /**
   * Returns the JSON with which to respond with 403 to a user who has to prove themselves again:
   * Clerk's frontend recognises it, asks the user, and repeats the request.
   */
  public String refusalBody() {
    String asked =
        name == null
            ? "{\"level\":\"" + level.value + "\",\"afterMinutes\":" + minutes + "}"
            : "\"" + name + "\"";
    return "{\"clerk_error\":{\"type\":\"forbidden\",\"reason\":\"reverification-error\","
        + "\"metadata\":{\"reverification\":"
        + asked
        + "}}}";
  }

  boolean isMetBy(List<Long> ages) {
    if (ages.isEmpty()) {
      return false;
    }
    long first = ages.get(0);
    long second = ages.get(1);
    boolean hasSecond = second != FactorAges.NEVER;
    return switch (level) {
      case FIRST_FACTOR -> isFresh(first);
      case SECOND_FACTOR -> isFresh(hasSecond ? second : first);
      case MULTI_FACTOR -> isFresh(first) && (!hasSecond || isFresh(second));
    };
  }

  private boolean isFresh(long age) {
    return age != FactorAges.NEVER && minutes > age;
  }

  /** Returns the level and the minutes. */
  @Override
  public String toString() {
    return "Reverification[" + level.value + ", " + minutes + " min]";
  }
}
