package dev.clerkbapi.openapi.update;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Supplier;

/** Reports each step, and how many seconds it took, as it runs. */
final class Progress {
  private final PrintStream err;

  Progress(PrintStream err) {
    this.err = err;
  }

  void step(String name, Runnable work) {
    step(
        name,
        () -> {
          work.run();
          return name;
        });
  }

  <T> T step(String name, Supplier<T> work) {
    err.print(name + " ... ");
    err.flush();
    long start = System.nanoTime();
    try {
      T result = work.get();
      err.printf(Locale.ROOT, "%.1f s%n", (System.nanoTime() - start) / 1e9);
      return result;
    } catch (RuntimeException e) {
      err.println("failed");
      throw e;
    }
  }
}
