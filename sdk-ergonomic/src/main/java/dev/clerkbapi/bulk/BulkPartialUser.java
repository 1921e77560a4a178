package dev.clerkbapi.bulk;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import dev.clerkbapi.errors.ClerkDecodingException;
import dev.clerkbapi.model.BapiAdapters;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a lock is about from a user of whom another member cannot be decoded: BAPI carried the
 * request out, and said what came of it.
 */
final class BulkPartialUser {
  private static final Set<String> MEMBERS =
      Set.of("id", "locked", "lockout_expires_in_seconds", "verification_attempts_remaining");

  private BulkPartialUser() {}

  /** Returns null if the body does not say whether the user is locked. */
  static @Nullable User read(ClerkDecodingException e) {
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(e.rawBody()))) {
      Map<String, @Nullable Object> members = members(reader);
      return members.get("locked") instanceof Boolean ? user(members) : null;
    } catch (IOException | RuntimeException unreadable) {
      return null;
    }
  }

  private static Map<String, @Nullable Object> members(JsonReader reader) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (MEMBERS.contains(name)) {
        members.put(name, reader.readJsonValue());
      } else {
        reader.skipValue();
      }
    }
    return members;
  }

  private static @Nullable User user(Map<String, @Nullable Object> members) {
    Moshi moshi = new Moshi.Builder().add(new BapiAdapters(Clock.systemUTC())).build();
    return moshi.adapter(User.class).fromJsonValue(members);
  }
}
