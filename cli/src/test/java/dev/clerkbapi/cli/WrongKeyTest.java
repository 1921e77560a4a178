package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.FakeBapi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process, with the key of another instance. */
class WrongKeyTest {
  private final FakeBapi bapi = FakeBapi.builder().instanceId("ins_right").start();
  private final FakeBapi other =
      FakeBapi.builder().instanceId("ins_other").environmentType("production").start();
  private final List<String> ids = bapi.addUsers(6);
  private String output = "";

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    bapi.close();
    other.close();
  }

  private int run(FakeBapi instance, Object... args) throws Exception {
    try (CommandProcess process = CommandProcess.start(instance, folder, args)) {
      int status = process.end();
      output = process.output();
      return status;
    }
  }

  private Object[] lock() throws IOException {
    return new Object[] {Files.write(folder.resolve("six"), ids), "--journal", journal()};
  }

  private Object[] undo() {
    return new Object[] {"undo", "--journal", journal()};
  }

  private Path journal() {
    return folder.resolve("journal");
  }

  private static void assertOnlyTheInstanceIsRead(FakeBapi instance) {
    assertThat(instance.requests()).isNotEmpty().allMatch(it -> it.path().endsWith("/instance"));
  }

  @Test
  void firstLine_saysInstanceEnvironmentAndUrl() throws Exception {
    assertThat(run(bapi, lock())).isZero();
    assertThat(output.lines().findFirst())
        .hasValue("Instance: ins_right, development (test key), " + bapi.baseUrl());
    assertThat(Files.readString(journal())).contains("\"instance\":\"ins_right\"");
    assertThat(run(bapi, undo())).isZero();
    assertThat(output).startsWith("Instance: ins_right, development (test key), ");
  }

  @Test
  void undoWithAnotherInstancesKey_isRefusedAndTheRightOneUndoes() throws Exception {
    assertThat(run(bapi, lock())).isZero();
    assertThat(run(other, undo())).isEqualTo(2);
    assertThat(output).contains("ins_right", "ins_other");
    assertOnlyTheInstanceIsRead(other);
    assertThat(run(bapi, undo())).isZero();
    assertThat(ids).noneMatch(bapi::isLocked);
  }

  @Test
  void lockWithAnotherInstancesKey_isRefused() throws Exception {
    ids.forEach(id -> other.addUser(id));
    assertThat(run(bapi, lock())).isZero();
    assertThat(run(other, lock())).isEqualTo(2);
    assertThat(output).contains("ins_right", "ins_other");
    assertOnlyTheInstanceIsRead(other);
  }

  /** The journals of the first version do not say which instance they belong to. */
  @Test
  void journalOfUnknownInstance_isNotDestroyedByTheWrongKey() throws Exception {
    try (InputStream old = WrongKeyTest.class.getResourceAsStream("journal-0.1.0.jsonl")) {
      Files.copy(old, journal());
    }
    assertThat(run(other, lock())).isEqualTo(1); // Two of six are finished.
    assertThat(output).contains("does not say which instance", "4 of 6 users do not exist");
    assertThat(run(bapi, lock())).isZero();
    assertThat(output).containsOnlyOnce("does not say which instance");
    assertThat(ids.subList(1, 3)).allMatch(bapi::isLocked);
    assertThat(run(other, undo())).isEqualTo(2);
    assertThat(run(bapi, undo())).isZero();
    assertThat(ids).filteredOn(bapi::isLocked).isEmpty();
  }
}
