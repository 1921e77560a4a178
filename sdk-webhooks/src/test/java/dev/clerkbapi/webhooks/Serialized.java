package dev.clerkbapi.webhooks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** What arrives in another JVM, by Java's own serialization. */
final class Serialized {
  private Serialized() {}

  @SuppressWarnings({"unchecked", "BanSerializableRead"}) // What was written a line before.
  static <T> T sendAndReceive(T sent) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sent);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
