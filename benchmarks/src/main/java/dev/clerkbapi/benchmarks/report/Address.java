package dev.clerkbapi.benchmarks.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where contenders send their requests, and how they come to trust it.
 *
 * @param url the base of all paths
 * @param trusted the folder with {@code trust.jks} and {@code trust.pem}; null for plain HTTP
 */
record Address(String url, @Nullable Path trusted) {

  static Address plain(String url) {
    return new Address(url, null);
  }

  /** Returns the flags of a JVM that trusts it. */
  List<String> jvm() {
    return trusted == null
        ? List.of()
        : List.of("-Djavax.net.ssl.trustStore=" + trusted.resolve("trust.jks"));
  }

  /** Returns the command that runs a script of Node's with it as first argument. */
  List<String> node(Path script, String... more) {
    List<String> command = new ArrayList<>();
    if (trusted != null) {
      command.addAll(List.of("env", "NODE_EXTRA_CA_CERTS=" + trusted.resolve("trust.pem")));
    }
    command.addAll(List.of("node", script.toString(), url));
    command.addAll(List.of(more));
    return command;
  }

  /** Returns the address of a response that comes later. */
  String after(int millis) {
    return millis == 0 ? url : url.replaceFirst("/v1$", "/after-" + millis + "-ms/v1");
  }
}
