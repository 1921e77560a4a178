package dev.clerkbapi.benchmarks;

import java.io.IOException;

/** The process that started this one. */
final class Parent {
  private Parent() {}

  /** Returns when it has ended, and with it this process's standard input. */
  static void awaitEnd() throws IOException {
    while (System.in.read() != -1) {
      // Nothing is written to it.
    }
  }
}
