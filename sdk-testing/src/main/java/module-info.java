/** A fake of Clerk's Backend API for tests: start at {@link dev.clerkbapi.testing.FakeBapi}. */
module dev.clerkbapi.testing {
  requires java.net.http;
  requires static transitive org.jspecify;
  requires static transitive org.junit.jupiter.api;

  exports dev.clerkbapi.testing;
}
