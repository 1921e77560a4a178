package dev.clerkbapi.cli.journal;

import static dev.clerkbapi.cli.journal.Lines.LOCK;
import static dev.clerkbapi.cli.journal.Lines.UNLOCK;
import static dev.clerkbapi.cli.journal.Lines.intent;
import static dev.clerkbapi.cli.journal.Lines.outcome;
import static dev.clerkbapi.cli.journal.Lines.text;
import static dev.clerkbapi.cli.journal.Lines.undone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken from a journal's file, and what is left of it. */
class JournalFileTest {
  private static final String WHOLE =
      text(LOCK, intent("user_1", false), outcome("user_1", false, "Locked"));

  @TempDir private Path folder;
  private final List<String> notices = new ArrayList<>();

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("journal"), content);
  }

  private Journal open(Path file, JournalRun run) throws IOException {
    return Journal.open(file, run, notices::add);
  }

  private void assertRefused(String content, JournalRun run, String... parts) throws IOException {
    Path file = file(content);
    assertThatThrownBy(() -> open(file, run))
        .isInstanceOf(UnusableJournalException.class)
        .message()
        .contains(parts);
    assertThat(Files.readString(file)).isEqualTo(content);
  }

  @Test
  void newFile_getsItsFirstLine() throws IOException {
    Path file = folder.resolve("journal");
    open(file, LOCK).close();
    assertThat(Files.readString(file)).isEqualTo(text(LOCK)).startsWith(JournalFormat.BEGIN);
  }

  @Test
  void earlierRun_isKnownAndKept() throws IOException {
    Path file = file(WHOLE);
    try (Journal journal = open(file, LOCK)) {
      assertThat(journal.isFinished("user_1")).isTrue();
      assertThat(journal.isFinished("user_2")).isFalse();
      assertThat(journal.toUndo()).containsExactly("user_1");
    }
    assertThat(Files.readString(file)).isEqualTo(WHOLE + text(LOCK));
    assertThat(notices).isEmpty();
  }

  @Test
  void readOnly_writesNothing() throws IOException {
    Path file = file(WHOLE + "{\"type");
    assertThat(Journal.readOnly(file, LOCK, notices::add).isFinished("user_1")).isTrue();
    assertThat(Files.readString(file)).isEqualTo(WHOLE + "{\"type");
    assertThat(Journal.readOnly(folder.resolve("none"), LOCK, notices::add).isFinished("user_1"))
        .isFalse();
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void interruptedThread_writesAllTheSame() throws IOException {
    Path file = folder.resolve("journal");
    try (JournalFile journal = JournalFile.open(file)) {
      Thread.currentThread().interrupt();
      journal.append(JournalFormat.line(LOCK));
      assertThat(Thread.interrupted()).isTrue();
      journal.append(JournalFormat.line(intent("user_1", false)));
    }
    assertThat(Files.readString(file)).isEqualTo(text(LOCK, intent("user_1", false)));
  }

  @Test
  void lineThatCannotBeWritten_namesTheFile() throws IOException {
    Path file = folder.resolve("journal");
    JournalFile journal = JournalFile.open(file);
    journal.close();
    assertThatThrownBy(() -> journal.append(JournalFormat.line(LOCK)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> journal.append(JournalFormat.line(LOCK)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void secondUser_isRefusedWhileTheFirstHasIt() throws IOException {
    Path file = folder.resolve("journal");
    try (Journal first = open(file, LOCK)) {
      assertThat(first.toUndo()).isEmpty();
      assertThatThrownBy(() -> open(file, LOCK))
          .isInstanceOf(UnusableJournalException.class)
          .hasMessageContaining("in use");
    }
    open(file, LOCK).close();
  }

  @Nested
  class Damage {
    @Test
    void cutLastLine_isCutOffAndTold() throws IOException {
      Path file = file(WHOLE + "{\"type\":\"intent\",\"action\":\"lo");
      open(file, LOCK).close();
      assertThat(Files.readString(file)).isEqualTo(WHOLE + text(LOCK));
      assertThat(notices).singleElement().asString().contains("incomplete");
    }

    @Test
    void wholeLastLineWithoutLineFeed_isKept() throws IOException {
      Path file = file(WHOLE.stripTrailing());
      try (Journal journal = open(file, LOCK)) {
        assertThat(journal.isFinished("user_1")).isTrue();
      }
      assertThat(Files.readString(file)).isEqualTo(WHOLE + text(LOCK));
    }

    @Test
    void cutFirstLine_isAnEmptyJournal() throws IOException {
      Path file = file(JournalFormat.BEGIN.substring(0, 9));
      open(file, LOCK).close();
      assertThat(Files.readString(file)).isEqualTo(text(LOCK));
    }

    @Test
    void damagedMiddle_isRefusedWithItsLine() throws IOException {
      String intent = text(intent("user_2", false));
      assertRefused(WHOLE + intent.substring(0, 20) + "\n" + intent, LOCK, "line 4", "not JSON");
      assertRefused(WHOLE + "\n" + intent, LOCK, "line 4");
      assertRefused(WHOLE + "{}\n" + intent, LOCK, "line 4", "\"type\"");
      assertRefused(WHOLE + intent.strip() + intent + intent, LOCK, "line 4");
      assertRefused(WHOLE + intent.replace("intent", "hint") + intent, LOCK, "line 4", "hint");
      assertRefused(WHOLE + intent.replace("2026-", "") + intent, LOCK, "line 4");
      assertRefused(WHOLE + intent.replace("false", "\"no\"") + intent, LOCK, "line 4");
    }

    @Test
    void otherFile_isRefusedAndLeftAsItIs() throws IOException {
      assertRefused("user_1", LOCK, "not a journal");
      assertRefused("user_1\nuser_2\n", LOCK, "not a journal");
      assertRefused("{\"a\":1}\n", LOCK, "not a journal");
      assertRefused(text(intent("user_1", false)) + WHOLE, LOCK, "not a journal");
      assertRefused("x".repeat(3_000_000), LOCK, "not a journal");
    }
  }

  @Nested
  class OtherJournals {
    @Test
    void otherVersion_isRefused() throws IOException {
      assertRefused(WHOLE.replace("\"version\":1", "\"version\":2"), LOCK, "2", "new journal");
    }

    @Test
    void otherAction_isRefused() throws IOException {
      assertRefused(WHOLE.replace("\"lock\"", "\"ban\""), LOCK, "\"ban\"", "another journal");
    }

    @Test
    void undoneJournal_locksNobodyAgain() throws IOException {
      assertRefused(WHOLE + text(UNLOCK), LOCK, "undone", "new journal");
      open(file(WHOLE + text(UNLOCK)), UNLOCK).close();
    }

    @Test
    void emptyJournal_undoesNothing() throws IOException {
      assertRefused("", UNLOCK, "nothing to undo");
    }

    @Test
    void otherKindOfKey_isRefused() throws IOException {
      JournalRun live =
          new JournalRun(
              JournalRun.LOCK, true, LOCK.instance(), false, Optional.empty(), Lines.NOW);
      assertRefused(WHOLE, live, "test key", "live key");
    }

    @Test
    void otherInstance_isRefused() throws IOException {
      assertRefused(WHOLE, of(Optional.of("ins_2")), "ins_fakebapi", "ins_2");
      assertRefused(WHOLE, of(Optional.empty()), "ins_fakebapi", "not known");
    }

    @Test
    void journalWithoutInstance_isContinuedByAnyWithANotice() throws IOException {
      Path old = file(WHOLE.replace("\"instance\":\"ins_fakebapi\",", ""));
      open(old, of(Optional.of("ins_1"))).close();
      assertThat(notices).singleElement().asString().contains("which instance");
      open(old, of(Optional.of("ins_2"))).close();
      open(old, of(Optional.empty())).close();
      assertThat(notices).hasSize(3);
    }

    private JournalRun of(Optional<String> instance) {
      return new JournalRun(JournalRun.LOCK, false, instance, false, Optional.empty(), Lines.NOW);
    }

    @Test
    void sessionsThatWereNotRevokedBefore_areRefused() throws IOException {
      JournalRun run =
          new JournalRun(
              JournalRun.LOCK, false, LOCK.instance(), true, Optional.empty(), Lines.NOW);
      assertRefused(WHOLE, run, "--revoke-sessions", "new journal");
      String revoking = WHOLE.replace("\"revokeSessions\":false", "\"revokeSessions\":true");
      open(file(revoking), LOCK).close();
    }
  }

  @Test
  void undo_isDoneOncePerUser() throws IOException {
    String more =
        text(
            intent("user_2", false),
            outcome("user_2", false, "Locked"),
            UNLOCK,
            undone("user_1", "Unlocked"),
            undone("user_2", "Failed"));
    try (Journal journal = open(file(WHOLE + more), UNLOCK)) {
      assertThat(journal.toUndo()).containsExactly("user_2");
    }
  }
}
