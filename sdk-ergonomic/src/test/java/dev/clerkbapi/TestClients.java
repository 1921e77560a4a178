package dev.clerkbapi;

import dev.clerkbapi.internal.support.Environment;

/** Lets the tests of other packages set what a builder shows to this package only. */
public final class TestClients {
  private TestClients() {}

  /** Makes the client that will be built take time, sleep and randomness from there. */
  public static ClerkClientBuilder with(Environment environment, ClerkClientBuilder builder) {
    return builder.environment(environment);
  }
}
