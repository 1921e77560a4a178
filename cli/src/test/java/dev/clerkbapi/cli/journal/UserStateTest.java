package dev.clerkbapi.cli.journal;

import static dev.clerkbapi.cli.journal.Lines.LOCK;
import static dev.clerkbapi.cli.journal.Lines.UNLOCK;
import static dev.clerkbapi.cli.journal.Lines.intent;
import static dev.clerkbapi.cli.journal.Lines.outcome;
import static dev.clerkbapi.cli.journal.Lines.text;
import static dev.clerkbapi.cli.journal.Lines.undone;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whom a journal locked, and who is finished. */
class UserStateTest {
  private static final String ID = "user_1";

  private static JournalState state(Object... lines) {
    return Lines.read(text(Stream.concat(Stream.of((Object) LOCK), Stream.of(lines)).toArray()));
  }

  private static void assertState(
      JournalState state, boolean finished, boolean toUndo, boolean undecided) {
    assertThat(state.user(ID).isFinished()).as("finished").isEqualTo(finished);
    assertThat(state.toUndo().contains(ID)).as("to undo").isEqualTo(toUndo);
    assertThat(state.undecided().contains(ID)).as("undecided").isEqualTo(undecided);
  }

  @Test
  void locked_isOurs() {
    assertState(state(intent(ID, false), outcome(ID, false, "Locked")), true, true, false);
  }

  @Test
  void alreadyLocked_isNot() {
    assertState(state(outcome(ID, true, "AlreadyLocked")), true, false, false);
    assertState(state(intent(ID, true), outcome(ID, true, "AlreadyLocked")), true, false, false);
  }

  @Test
  void notFound_isTriedAgainAndNotOurs() {
    assertState(state(intent(ID, null), outcome(ID, null, "NotFound")), false, false, false);
  }

  /** Another instance's key finds nobody. */
  @Test
  void notFoundLater_changesNothing() {
    JournalEntry locked = outcome(ID, false, "Locked");
    assertState(state(locked, LOCK, outcome(ID, null, "NotFound")), true, true, false);
    assertState(state(intent(ID, false), LOCK, outcome(ID, null, "NotFound")), false, true, false);
    assertState(state(locked, UNLOCK, undone(ID, "NotFound")), true, true, false);
  }

  @Test
  void intentWithoutOutcome_mayBeOurs() {
    assertState(state(intent(ID, false)), false, true, false);
    assertState(state(intent(ID, null)), false, false, true);
    assertState(state(intent(ID, true)), false, false, false);
  }

  @Test
  void unknown_mayBeOurs() {
    assertState(state(intent(ID, false), outcome(ID, false, "Unknown")), false, true, false);
  }

  @Test
  void whatChangedNothing_isNotOurs() {
    for (String outcome : new String[] {"Failed", "Refused", "Skipped"}) {
      assertState(state(intent(ID, false), outcome(ID, false, outcome)), false, false, false);
    }
  }

  @Test
  void foundLockedAfterAKill_isOurs() {
    assertState(
        state(intent(ID, false), LOCK, outcome(ID, true, "AlreadyLocked")), true, true, false);
    assertState(
        state(intent(ID, false), LOCK, intent(ID, true), outcome(ID, true, "AlreadyLocked")),
        true,
        true,
        false);
    assertState(state(intent(ID, false), LOCK, intent(ID, true)), false, true, false);
  }

  @Test
  void foundLockedAfterAFailure_isNotOurs() {
    assertState(
        state(
            intent(ID, false),
            outcome(ID, false, "Failed"),
            LOCK,
            outcome(ID, true, "AlreadyLocked")),
        true,
        false,
        false);
  }

  @Test
  void failureToReadAfterAKill_doesNotMakeItOthers() {
    assertState(
        state(
            intent(ID, false),
            LOCK,
            outcome(ID, null, "Failed"),
            LOCK,
            outcome(ID, true, "AlreadyLocked")),
        true,
        true,
        false);
  }

  @Test
  void firstStateThatIsKnown_holds() {
    assertState(
        state(intent(ID, null), LOCK, intent(ID, false), outcome(ID, false, "Locked")),
        true,
        true,
        false);
    assertState(
        state(intent(ID, false), LOCK, intent(ID, null), outcome(ID, null, "Locked")),
        true,
        true,
        false);
    assertState(
        state(intent(ID, null), LOCK, outcome(ID, true, "AlreadyLocked")), true, false, true);
  }

  @Test
  void lockThatExpiredMeanwhile_doesNotCountAsBefore() {
    assertState(
        state(intent(ID, true), LOCK, intent(ID, false), outcome(ID, false, "Locked")),
        true,
        true,
        false);
  }

  @Test
  void sessionsLeft_isNotFinished() {
    JournalEntry locked = outcome(ID, false, "Locked");
    JournalEntry left =
        new JournalEntry(
            locked.action(),
            ID,
            locked.time(),
            locked.wasLocked(),
            locked.outcome(),
            locked.traceId(),
            locked.lockEnd(),
            true);
    assertState(state(intent(ID, false), left), false, true, false);
    assertState(
        state(intent(ID, false), left, LOCK, intent(ID, true), outcome(ID, true, "AlreadyLocked")),
        true,
        true,
        false);
  }
}
