package dev.clerkbapi.benchmarks;

import java.io.IOException;

/** One library's way from the bytes of a user to an object and back. */
interface Codec {
  Object decode(byte[] json) throws IOException;

  byte[] encode(Object user) throws IOException;
}
