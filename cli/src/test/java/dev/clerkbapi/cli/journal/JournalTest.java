package dev.clerkbapi.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever order the threads write in, and wherever it is cut. */
class JournalTest {

  /**
   * Runs are killed at any moment, and each goes on with what the last one left. What the journal
   * says in the end is compared with what the world did.
   */
  @Property(tries = 400)
  void killedRuns_knowWhomTheyLocked(@ForAll long seed) throws IOException {
    World world = new World(new Random(seed));
    for (int run = 0; run < 4; run++) {
      world.run(run < 3);
      world.assertJournalIsRight();
    }
  }

  @Property(tries = 200)
  void cutAnywhere_saysWhatTheWholeLinesSay(
      @ForAll long seed, @ForAll @IntRange(max = 10_000) int permyriad) throws IOException {
    World world = new World(new Random(seed));
    world.run(true);
    world.run(false);
    byte[] whole = world.journal();
    int cut = (int) ((long) whole.length * permyriad / 10_000);
    byte[] kept = Arrays.copyOf(whole, cut);
    int lines = cut;
    while (lines > 0 && kept[lines - 1] != '\n') {
      lines--;
    }
    boolean lacksOnlyLineFeed = cut < whole.length && whole[cut] == '\n' && lines < cut;
    JournalReader reader = Lines.reader(kept);
    JournalState state = reader.read();
    assertThat(reader.usable()).isEqualTo(lacksOnlyLineFeed ? cut : lines);
    assertThat(reader.isCut()).isEqualTo(lines < cut && !lacksOnlyLineFeed);
    assertSame(state, Lines.reader(Arrays.copyOf(kept, (int) reader.usable())).read());
  }

  @Property(tries = 200)
  void damageBeforeTheLastLine_isRefusedWithItsNumber(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 1_000_000) int where) throws IOException {
    World world = new World(new Random(seed));
    world.run(false);
    List<String> lines =
        new ArrayList<>(new String(world.journal(), StandardCharsets.UTF_8).lines().toList());
    int damaged = 1 + where % (lines.size() - 2);
    String line = lines.get(damaged);
    lines.set(damaged, line.substring(0, where % line.length()));
    String journal = String.join("\n", lines) + "\n";
    try {
      Lines.read(journal);
    } catch (UnusableJournalException e) {
      assertThat(e).hasMessageContaining("line " + (damaged + 1) + " ");
      return;
    }
    throw new AssertionError("not refused: " + lines.get(damaged));
  }

  /** Threads write in any order; what counts is the order of the lines of each user. */
  @Property(tries = 200)
  void linesOfDifferentUsers_mayComeInAnyOrder(@ForAll long seed) {
    Random random = new Random(seed);
    List<List<JournalEntry>> users = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      users.add(World.anyLines("user_" + i, random));
    }
    assertSame(read(users, new Random(random.nextLong())), read(users, random));
  }

  private static JournalState read(List<List<JournalEntry>> users, Random random) {
    List<Integer> turns = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      turns.addAll(Collections.nCopies(users.get(i).size(), i));
    }
    Collections.shuffle(turns, random);
    int[] next = new int[users.size()];
    List<Object> lines = new ArrayList<>(List.of(Lines.LOCK));
    turns.forEach(user -> lines.add(users.get(user).get(next[user]++)));
    return Lines.read(Lines.text(lines.toArray()));
  }

  private static void assertSame(JournalState one, JournalState other) {
    for (int i = 1; i <= World.USERS; i++) {
      assertThat(one.user("user_" + i)).isEqualTo(other.user("user_" + i));
    }
  }
}
