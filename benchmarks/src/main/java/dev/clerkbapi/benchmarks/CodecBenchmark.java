package dev.clerkbapi.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Decoding and encoding a user. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields before it measures.
public class CodecBenchmark {
  /** {@code sdk}, {@code peer}, or {@code moshi}, which cannot encode. */
  @Param({"sdk", "peer"})
  public String contender;

  /** {@code full}, {@code plain}, or a number of e-mail addresses. */
  @Param("full")
  public String user;

  private Codec codec;
  private byte[] json;
  private Object decoded;

  @Setup
  public void start() throws IOException {
    json = SampleUsers.named(user);
    codec =
        switch (contender) {
          case "sdk" -> new SdkCodec();
          case "peer" -> new PeerCodec();
          default -> new MoshiCodec(json);
        };
    decoded = codec.decode(json);
  }

  @Benchmark
  public Object decode() throws IOException {
    return codec.decode(json);
  }

  @Benchmark
  public byte[] encode() throws IOException {
    return codec.encode(decoded);
  }
}
