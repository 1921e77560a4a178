package dev.clerkbapi.benchmarks;

import java.io.IOException;

/**
 * Keeps each core busy until standard input ends, that is as long as the one who started it lives.
 */
public final class Spinner {
  private static volatile boolean ended;

  private Spinner() {}

  public static void main(String[] args) throws IOException {
    for (int core = 0; core < Runtime.getRuntime().availableProcessors(); core++) {
      Thread thread = new Thread(Spinner::spin, "spinner-" + core);
      thread.setDaemon(true);
      thread.start();
    }
    while (System.in.read() != -1) {
      // Nothing is said to it.
    }
    ended = true;
  }

  private static void spin() {
    while (!ended) {
      // That is all.
    }
  }
}
