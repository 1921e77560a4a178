package dev.clerkbapi.consumers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A project: what it declares, in that order, and the versions that it manages, {@code
 * group:artifact:version} each. What is managed as {@code pom:group:artifact:version} is imported.
 */
record Consumer(List<String> dependencies, List<String> managed) {
  private static final String VERSION = System.getProperty("consumers.version");
  private static final String SDK = "dev.clerkbapi:sdk-ergonomic:" + VERSION;
  private static final String BOM = "pom:dev.clerkbapi:sdk-bom:" + VERSION;

  static final String WEBHOOKS = "dev.clerkbapi:sdk-webhooks:" + VERSION;

  static Consumer ofTheSdk() {
    return new Consumer(List.of(SDK), List.of());
  }

  static Consumer ofSdkKotlin() {
    return new Consumer(List.of("dev.clerkbapi:sdk-kotlin:" + VERSION), List.of());
  }

  static Consumer ofTheSdkAndThen(String other) {
    return new Consumer(List.of(SDK, other), List.of());
  }

  static Consumer ofTheSdkAfter(String other) {
    return new Consumer(List.of(other, SDK), List.of());
  }

  Consumer managing(String... versions) {
    return new Consumer(
        dependencies, Stream.concat(managed.stream(), Stream.of(versions)).toList());
  }

  /** Before all else, as the README says: of two that manage a version, Maven takes the first. */
  Consumer importingOurBom() {
    List<String> all = new ArrayList<>(List.of(BOM));
    all.addAll(managed);
    return new Consumer(dependencies, all);
  }

  @Override
  public String toString() {
    return String.join(", ", dependencies) + (managed.isEmpty() ? "" : "; managed " + managed);
  }
}
