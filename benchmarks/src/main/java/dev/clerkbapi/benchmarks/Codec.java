package dev.clerkbapi.benchmarks;

import java.io.IOException;

/** Decodes and encodes a user with one library. */
interface Codec {
  Object decode(byte[] json) throws IOException;

  byte[] encode(Object user) throws IOException;
}
