package dev.clerkbapi.benchmarks;

import com.clerk.backend_api.models.components.User;
import com.clerk.backend_api.utils.Utils;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** The codec of Clerk's own SDK. */
final class PeerCodec implements Codec {
  private final ObjectMapper mapper = Utils.mapper();

  @Override
  public Object decode(byte[] json) throws IOException {
    return mapper.readValue(json, User.class);
  }

  @Override
  public byte[] encode(Object user) throws IOException {
    return mapper.writeValueAsBytes(user);
  }
}
