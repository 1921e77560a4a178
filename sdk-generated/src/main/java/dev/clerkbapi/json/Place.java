package dev.clerkbapi.json;

/** Where a value stands in what a builder was given. Not thread-safe. */
final class Place {
  /** What holds itself has a long path, and keys may be of any length. */
  private static final int MOST_SHOWN = 200;

  private final StringBuilder path;

  Place(String name) {
    path = new StringBuilder(name);
  }

  /** Goes to a member of the object here; returns what {@link #leaveTo} wants. */
  int enter(String key) {
    int end = path.length();
    path.append('.').append(key);
    return end;
  }

  /** Goes to an element of the list here. */
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

  /** The path, such as {@code public_metadata.team.members[3]}; the start of a long one. */
  @Override
  public String toString() {
    int shown = Math.min(path.length(), MOST_SHOWN);
    return path.substring(0, shown) + (shown < path.length() ? "..." : "");
  }
}
