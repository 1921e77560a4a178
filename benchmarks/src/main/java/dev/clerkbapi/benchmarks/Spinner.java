package dev.clerkbapi.benchmarks;

import java.io.IOException;

/** Keeps each core busy as long as the process that started this one lives. */
public final class Spinner {
  private static volatile boolean ended;

  private Spinner() {}

  public static void main(String[] args) throws IOException {
    for (int core = 0; core < Runtime.getRuntime().availableProcessors(); core++) {
      Thread thread = new Thread(Spinner::spin, "spinner-" + core);
      thread.setDaemon(true);
      thread.start();
    }
    Parent.awaitEnd();
    ended = true;
  }

  private static void spin() {
    while (!ended) {
      // That is all.
    }
  }
}
