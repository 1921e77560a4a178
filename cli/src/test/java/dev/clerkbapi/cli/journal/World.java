package dev.clerkbapi.cli.journal;

import static dev.clerkbapi.cli.journal.Lines.intent;
import static dev.clerkbapi.cli.journal.Lines.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Users as a server has them, and runs over them that write a journal. It keeps what a journal
 * cannot know: whose lock it is.
 */
final class World {
  static final int USERS = 8;

  private final Random random;
  private final Set<String> lockedBefore = new HashSet<>();
  private final Set<String> lockedByUs = new HashSet<>();
  private final Set<String> finished = new HashSet<>();
  private final ByteArrayOutputStream journal = new ByteArrayOutputStream();

  World(Random random) {
    this.random = random;
    for (int i = 1; i <= USERS; i++) {
      if (random.nextInt(4) == 0) {
        lockedBefore.add("user_" + i);
      }
    }
  }

  byte[] journal() {
    return journal.toByteArray();
  }

  /** Works on all users at once; if it may be killed, then at any moment, and in mid-write. */
  void run(boolean mayBeKilled) throws IOException {
    JournalReader reader = Lines.reader(journal());
    JournalState state = reader.read();
    byte[] usable = Arrays.copyOf(journal(), (int) reader.usable());
    journal.reset();
    journal.write(usable);
    if (reader.lacksLineFeed()) {
      journal.write('\n');
    }
    write(JournalFormat.line(Lines.LOCK));
    state.add(Lines.LOCK);
    List<Deque<Runnable>> threads = new ArrayList<>();
    for (int i = 1; i <= USERS; i++) {
      String id = "user_" + i;
      if (!state.user(id).isFinished()) {
        threads.add(steps(id));
      }
    }
    work(threads, mayBeKilled ? random.nextInt(4 * USERS) : Integer.MAX_VALUE);
  }

  private void work(List<Deque<Runnable>> threads, int steps) {
    for (int step = 0; step < steps; step++) {
      threads.removeIf(Deque::isEmpty);
      if (threads.isEmpty()) {
        return;
      }
      threads.get(random.nextInt(threads.size())).remove().run();
    }
    killInMidWrite();
  }

  /** A line that was being written when the process ended: its request was not sent. */
  private void killInMidWrite() {
    byte[] line = JournalFormat.line(intent("user_" + (USERS + 1), false));
    journal.write(line, 0, random.nextInt(line.length));
  }

  /** What a thread does for one user: reads, writes the intent, sends, writes the outcome. */
  private Deque<Runnable> steps(String id) {
    Deque<Runnable> steps = new ArrayDeque<>();
    steps.add(() -> read(id, steps));
    return steps;
  }

  private void read(String id, Deque<Runnable> steps) {
    if (random.nextInt(10) == 0) {
      steps.add(() -> write(outcome(id, null, "Failed")));
    } else if (isLocked(id) && random.nextBoolean()) {
      steps.add(() -> write(outcome(id, true, "AlreadyLocked")));
    } else if (isLocked(id)) { // Sessions are revoked.
      steps.add(() -> write(intent(id, true)));
      steps.add(() -> write(outcome(id, true, "AlreadyLocked")));
    } else {
      steps.add(() -> write(intent(id, false)));
      steps.add(() -> send(id, steps));
    }
  }

  private void send(String id, Deque<Runnable> steps) {
    assertThat(finished).doesNotContain(id);
    switch (random.nextInt(5)) {
      case 0 -> steps.add(() -> write(outcome(id, false, "Failed")));
      case 1 -> steps.add(() -> write(outcome(id, false, "Unknown"))); // Never arrived.
      case 2 -> {
        lockedByUs.add(id);
        steps.add(() -> write(outcome(id, false, "Unknown")));
      }
      default -> {
        lockedByUs.add(id);
        steps.add(() -> write(outcome(id, false, "Locked")));
      }
    }
  }

  private boolean isLocked(String id) {
    return lockedBefore.contains(id) || lockedByUs.contains(id);
  }

  private void write(JournalEntry entry) {
    Optional<String> outcome = entry.outcome();
    if (outcome.isPresent() && outcome.get().endsWith("Locked")) {
      finished.add(entry.userId());
    }
    write(JournalFormat.line(entry));
  }

  private void write(byte[] line) {
    journal.writeBytes(line);
  }

  void assertJournalIsRight() throws IOException {
    JournalState state = Lines.reader(journal()).read();
    for (int i = 1; i <= USERS; i++) {
      String id = "user_" + i;
      UserState user = state.user(id);
      assertThat(user.isFinished()).as(id).isEqualTo(finished.contains(id));
      assertThat(user.isUndecided()).as(id).isFalse();
      if (lockedByUs.contains(id)) {
        assertThat(user.isToUndo()).as(id).isTrue();
      } else if (lockedBefore.contains(id) || finished.contains(id)) {
        assertThat(user.isToUndo()).as(id).isFalse();
      }
    }
  }

  /** Lines that one user may have in one run. */
  static List<JournalEntry> anyLines(String id, Random random) {
    boolean before = random.nextInt(4) == 0;
    List<JournalEntry> lines = new ArrayList<>();
    if (random.nextInt(4) > 0) {
      lines.add(intent(id, before));
    }
    if (random.nextInt(4) > 0) {
      List<String> outcomes = List.of("Locked", "Failed", "Unknown", "NotFound", "Refused");
      lines.add(
          outcome(
              id,
              before,
              before ? "AlreadyLocked" : outcomes.get(random.nextInt(outcomes.size()))));
    }
    return lines;
  }
}
