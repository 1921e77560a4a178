package dev.clerkbapi.benchmarks;

/** One way to verify one message, the same each time. */
interface Verification {

  /** Verifies it, and returns what it says; throws if it is not genuine. */
  Object verify() throws Exception;
}
