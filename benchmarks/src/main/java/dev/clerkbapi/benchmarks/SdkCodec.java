package dev.clerkbapi.benchmarks;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.clerkbapi.model.BapiAdapters;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import okio.Buffer;

/** The codec of {@code ClerkClient}. */
final class SdkCodec implements Codec {
  private final JsonAdapter<User> users = moshi().adapter(User.class);

  static Moshi moshi() {
    return new Moshi.Builder().add(new BapiAdapters(Clock.systemUTC())).build();
  }

  @Override
  public Object decode(byte[] json) throws IOException {
    return Objects.requireNonNull(users.fromJson(new Buffer().write(json)));
  }

  @Override
  public byte[] encode(Object user) throws IOException {
    Buffer json = new Buffer();
    users.toJson(json, (User) user);
    return json.readByteArray();
  }
}
