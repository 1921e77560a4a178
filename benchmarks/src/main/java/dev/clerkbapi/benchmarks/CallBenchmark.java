package dev.clerkbapi.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A warm call that reads a user. Needs {@code -Dbenchmarks.url}, and the seconds for which one
 * thread calls before JMH's own warm-up as {@code -Dbenchmarks.alone}.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields before it measures.
public class CallBenchmark {
  @Param({"sdk", "retrofit", "peer", "okhttp", "okhttp-kept", "jdk", "raw"})
  public String contender;

  @Param("user_1")
  public String user;

  private Contender client;

  @Setup
  public void start() throws Exception {
    client = Contenders.start(contender, System.getProperty("benchmarks.url", ""));
    client.warmUp(Integer.getInteger("benchmarks.alone", 0));
  }

  @Benchmark
  public Object call() throws Exception {
    return client.getUser(user);
  }

  @TearDown
  public void stop() {
    client.close();
  }
}
