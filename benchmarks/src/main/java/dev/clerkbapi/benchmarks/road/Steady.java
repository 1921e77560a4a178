package dev.clerkbapi.benchmarks.road;

import dev.clerkbapi.benchmarks.Contender;
import dev.clerkbapi.benchmarks.Contenders;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadFactory;

/**
 * A process that lives long, and calls when it is told to. Arguments: a contender, the server's
 * address. Lines that it reads, and what it prints for each:
 *
 * <ul>
 *   <li>{@code call platform|virtual THREADS SECONDS [ADDRESS]}: the calls a second, microseconds
 *       of the processor and bytes of a call, the part that failed, how many succeeded
 *   <li>{@code warm KIND THREADS MOST_SECONDS}: after how many seconds a call's cost has settled,
 *       and by what part it changed in the last twenty
 * </ul>
 */
public final class Steady {
  private static final int WINDOW_SECONDS = 10;
  private static final double SETTLED = 0.03;

  private final String name;
  private String url;
  private Contender contender;

  private Steady(String name, String url) {
    this.name = name;
    this.url = url;
    this.contender = Contenders.start(name, url);
  }

  public static void main(String[] args) throws Throwable {
    Steady steady = new Steady(args[0], args[1]);
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.out.println(steady.obey(line.split(" ", -1)));
      }
    }
    System.exit(0); // Some contenders have threads that would keep the process alive.
  }

  private Object obey(String[] words) throws Throwable {
    ThreadFactory factory = words[1].equals("virtual") ? virtual() : Thread::new;
    int threads = Integer.parseInt(words[2]);
    int seconds = Integer.parseInt(words[3]);
    if (words[0].equals("warm")) {
      return warm(factory, threads, seconds);
    }
    return load(words.length > 4 ? words[4] : url, factory).run(threads, seconds);
  }

  /** A contender has one address; the classes that another one uses are as warm. */
  private Load load(String address, ThreadFactory factory) {
    if (!address.equals(url)) {
      contender.close();
      contender = Contenders.start(name, address);
      url = address;
    }
    return new Load(contender, factory);
  }

  /** Compares halves of the last twenty seconds by the processor time of a call. */
  private String warm(ThreadFactory factory, int threads, int mostSeconds) throws Exception {
    int window = Math.min(WINDOW_SECONDS, mostSeconds);
    double before = Double.MAX_VALUE;
    double change = 1;
    int passed = 0;
    while (passed < mostSeconds && change >= SETTLED) {
      double now = new Load(contender, factory).run(threads, window).micros();
      change = Math.abs(now - before) / before;
      before = now;
      passed += window;
    }
    return passed + " " + change;
  }

  /** By reflection: this is compiled for a JDK without virtual threads. */
  private static ThreadFactory virtual() throws Throwable {
    Class<?> builder = Class.forName("java.lang.Thread$Builder");
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    MethodHandle ofVirtual =
        lookup.findStatic(
            Thread.class,
            "ofVirtual",
            MethodType.methodType(Class.forName("java.lang.Thread$Builder$OfVirtual")));
    return (ThreadFactory)
        lookup
            .findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class))
            .invoke(ofVirtual.invoke());
  }
}
