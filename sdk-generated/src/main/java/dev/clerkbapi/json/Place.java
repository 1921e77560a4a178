package dev.clerkbapi.json;

/** The path of a value inside what a builder was given. Not thread-safe. */
final class Place {
  /** The path is long if a map contains itself, and keys may be of any length. */
  private static final int MOST_SHOWN = 200;

  private final StringBuilder path;

  Place(String name) {
    path = new StringBuilder(name);
  }

  /** Enters a member of the current object; returns the argument for {@link #leaveTo}. */
  int enter(String key) {
    int end = path.length();
    path.append('.').append(key);
    return end;
  }

  /** Enters an element of the current list. */
  int enter(int index) {
    int end = path.length();
    path.append('[').append(index).append(']');
    return end;
  }

  void leaveTo(int end) {
    path.setLength(end);
  }

  IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(this + ": " + why);
  }

  /**
   * Returns the path, such as {@code public_metadata.team.members[3]}; only the start of a long
   * one.
   */
  @Override
  public String toString() {
    int shown = Math.min(path.length(), MOST_SHOWN);
    return path.substring(0, shown) + (shown < path.length() ? "..." : "");
  }
}
