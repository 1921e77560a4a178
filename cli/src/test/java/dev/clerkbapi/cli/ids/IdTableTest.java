package dev.clerkbapi.cli.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A table is compared with the collections of the JDK. */
class IdTableTest {

  @Property(tries = 200)
  void anyStrings_areKeptOnceInOrder(@ForAll List<String> any) {
    List<String> strings = any.stream().map(IdTableTest::withoutHalfCharacters).toList();
    IdTable table = new IdTable(2);
    List<Integer> positions = strings.stream().map(table::add).toList();
    Set<String> different = new LinkedHashSet<>(strings);
    assertThat(table.size()).isEqualTo(different.size());
    for (int i = 0; i < strings.size(); i++) {
      assertThat(table.find(strings.get(i))).isEqualTo(positions.get(i));
    }
    assertThat(ids(table)).containsExactlyElementsOf(different);
  }

  @Test
  void manyIds_areFoundWithWhatIsBesideThem() {
    IdTable table = new IdTable(1);
    for (int i = 0; i < 100_000; i++) {
      table.set(table.add("user_" + i), 0, i % 100);
    }
    for (int i = 0; i < 100_000; i++) {
      assertThat(table.get(table.find("user_" + i), 0)).isEqualTo((byte) (i % 100));
    }
    assertThat(table.find("user_100000")).isEqualTo(IdTable.NONE);
  }

  @Test
  void longString_isKept() {
    String text = "\u00e9".repeat(100_000);
    IdTable table = new IdTable(1);
    table.set(table.add(text), 0, -1);
    table.add("user_1");
    assertThat(ids(table)).containsExactly(text, "user_1");
    assertThat(table.get(0, 0)).isEqualTo((byte) -1);
  }

  @Test
  void view_hasThoseThatAreWanted() {
    IdTable table = new IdTable(0);
    List<String> even = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      String id = "user_" + random.nextInt(500);
      boolean isNew = table.find(id) == IdTable.NONE;
      table.add(id);
      if (isNew && id.endsWith("4")) {
        even.add(id);
      }
    }
    IdView view = new IdView(table, at -> table.id(at).endsWith("4"), table);
    assertThat(view).hasSize(even.size()).containsExactlyElementsOf(even);
  }

  private static String withoutHalfCharacters(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static List<String> ids(IdTable table) {
    return List.copyOf(new IdView(table, at -> true, table));
  }
}
