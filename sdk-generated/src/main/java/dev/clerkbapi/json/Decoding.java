package dev.clerkbapi.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of one response share while it is decoded: the clock, and the strings that were
 * read last. A string that is equal to one of those becomes the same object, because users, and
 * pages of them, repeat many: IDs, domains, names, keys of metadata. Not thread-safe. For generated
 * code.
 */
public final class Decoding {
  private static final int SLOTS = 128; // A power of two. A user has some 50 different strings.
  private static final int BITS = 7;
  private static final int SPREAD = 0x9E3779B1; // 2^32 divided by the golden ratio

  private final Clock clock;
  private final @Nullable String[] last = new @Nullable String[SLOTS];

  Decoding(Clock clock) {
    this.clock = clock;
  }

  /** For JSON without models in it. */
  Decoding() {
    this(ModelAdapter.noClock());
  }

  public Clock clock() {
    return clock;
  }

  /** Returns when the response was received; null for {@link ModelAdapter#noClock()}. */
  @SuppressWarnings("ReferenceEquality") // Another clock may stand still at that instant, too.
  public @Nullable Instant receivedAt() {
    return clock == ModelAdapter.noClock() ? null : clock.instant();
  }

  /**
   * Reads a string; unlike the reader itself, refuses a number. Half of a surrogate pair, as an
   * escape can spell it, becomes U+FFFD, because it could not be sent back.
   */
  public String string(JsonReader reader) throws IOException {
    Json.expect(reader, JsonReader.Token.STRING);
    return shared(reader.nextString());
  }

  /** Reads the name of a member that is in no list of known names, in the same way. */
  public String name(JsonReader reader) throws IOException {
    return shared(reader.nextName());
  }

  /** Reads a value without a schema. */
  public @Nullable Object any(JsonReader reader) throws IOException {
    return FreeForm.read(reader, this);
  }

  /** Reads an object without a schema. */
  public Map<String, @Nullable Object> map(JsonReader reader) throws IOException {
    return FreeForm.readMap(reader, this);
  }

  /** Reads the rest of an object without a schema that has begun. */
  public Map<String, @Nullable Object> members(JsonReader reader) throws IOException {
    return FreeForm.readMembers(reader, this, new Members());
  }

  /** The same, if its first member was read already. */
  public Map<String, @Nullable Object> members(
      JsonReader reader, String name, @Nullable Object value) throws IOException {
    Members members = new Members();
    members.put(name, value);
    return FreeForm.readMembers(reader, this, members);
  }

  /** A string that was read before was checked for halves of pairs then. */
  private String shared(String text) {
    int slot = slot(text);
    String known = last[slot];
    if (known != null && known.equals(text)) {
      return known;
    }
    String mended = Surrogates.mended(text);
    last[slot] = mended;
    return mended;
  }

  /**
   * Looks at three characters only: IDs differ in the last ones, and a hash would read them all.
   */
  private static int slot(String text) {
    int length = text.length();
    if (length == 0) {
      return 0;
    }
    int sample =
        (length * 31 + text.charAt(length - 1)) * 31 + text.charAt(length / 2) * 7 + text.charAt(0);
    return (sample * SPREAD) >>> (Integer.SIZE - BITS);
  }
}
