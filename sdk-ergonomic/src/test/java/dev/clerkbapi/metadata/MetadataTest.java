package dev.clerkbapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.model.UpdateUserMetadataRequest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata as records and classes, and back. */
class MetadataTest {
  enum Color {
    RED,
    GREEN
  }

  record Member(String name, Color color) {}

  record Team(String name, List<Member> members, Map<String, Member> byRole) {}

  record Everything(
      String text,
      boolean flag,
      int number,
      Long big,
      double fraction,
      BigInteger huge,
      BigDecimal exact,
      char letter,
      Color color,
      Instant at,
      LocalDate day,
      Duration span,
      UUID uuid,
      URI uri,
      Set<String> tags,
      Object anything,
      Team team) {}

  record Strict(int seats) {
    Strict {
      if (seats < 0) {
        throw new IllegalArgumentException("seats below zero");
      }
    }
  }

  static class Base {
    private String inherited;
  }

  static class Plan extends Base {
    static final String IGNORED = "static";
    transient int alsoIgnored = 5;
    private String name = "free";
    private int seats;

    Plan() {}

    Plan(String name, int seats, String inherited) {
      this.name = name;
      this.seats = seats;
      super.inherited = inherited;
    }
  }

  private static Map<String, Object> json(String text) {
    return UpdateUserMetadataRequest.fromJson("{\"public_metadata\":" + text + "}")
        .publicMetadata();
  }

  private static <T> T read(String text, Class<T> type) {
    return Metadata.of(json(text)).as(type);
  }

  /** As a request writes it, and a response reads it. */
  private static Map<String, Object> sent(Object value) {
    UpdateUserMetadataRequest request =
        UpdateUserMetadataRequest.builder().publicMetadata(Metadata.from(value)).build();
    return UpdateUserMetadataRequest.fromJson(request.toJson()).publicMetadata();
  }

  @Test
  void record_isWrittenAndRead() {
    Team team =
        new Team(
            "core",
            List.of(new Member("ada", Color.RED)),
            Map.of("lead", new Member("bob", Color.GREEN)));
    assertThat(sent(team))
        .isEqualTo(
            json(
                "{\"name\":\"core\",\"members\":[{\"name\":\"ada\",\"color\":\"RED\"}],"
                    + "\"byRole\":{\"lead\":{\"name\":\"bob\",\"color\":\"GREEN\"}}}"));
    assertThat(Metadata.of(sent(team)).as(Team.class)).isEqualTo(team);
  }

  @Test
  void classWithFields_isWrittenAndRead() {
    assertThat(sent(new Plan("pro", 5, "yes")))
        .isEqualTo(json("{\"name\":\"pro\",\"seats\":5,\"inherited\":\"yes\"}"));
    Plan plan = read("{\"seats\":7,\"inherited\":\"yes\"}", Plan.class);
    assertThat(plan.name).as("what its constructor sets").isEqualTo("free");
    assertThat(plan.seats).isEqualTo(7);
    assertThat(((Base) plan).inherited).isEqualTo("yes");
  }

  /** Random values, with nulls wherever there may be any. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void randomValues_comeBackEqual(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      Everything value = everything(random);
      assertThat(Metadata.of(sent(value)).as(Everything.class)).isEqualTo(value);
    }
  }

  private static Everything everything(Random random) {
    return new Everything(
        maybe(random, text(random)),
        random.nextBoolean(),
        random.nextInt(),
        maybe(random, random.nextLong()),
        random.nextInt(1000) / 8.0,
        maybe(random, new BigInteger(200, random)),
        maybe(random, BigDecimal.valueOf(random.nextLong() | 1)),
        (char) ('a' + random.nextInt(26)),
        maybe(random, Color.values()[random.nextInt(2)]),
        maybe(random, Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))),
        maybe(random, LocalDate.ofEpochDay(random.nextInt(100_000))),
        maybe(random, Duration.ofMillis(random.nextInt())),
        maybe(random, new UUID(random.nextLong(), random.nextLong())),
        maybe(random, URI.create("https://example.com/" + random.nextInt())),
        maybe(random, Set.of(text(random))),
        maybe(random, Arrays.asList(random.nextLong(), null, text(random), Map.of("k", true))),
        maybe(random, team(random)));
  }

  private static Team team(Random random) {
    List<Member> members = new ArrayList<>();
    Map<String, Member> byRole = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Member member = new Member(maybe(random, text(random)), Color.GREEN);
      members.add(maybe(random, member));
      byRole.put(text(random), maybe(random, member));
    }
    return new Team(text(random), members, byRole);
  }

  private static <T> T maybe(Random random, T value) {
    return random.nextInt(4) == 0 ? null : value;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.appendCodePoint("aß\"\\\n\ud83d\ude00.[".codePoints().toArray()[random.nextInt(8)]);
    }
    return text.toString();
  }

  @Test
  void wholeNumber_isExact() {
    record Exact(long id) {}

    assertThat(sent(new Exact(Long.MAX_VALUE))).isEqualTo(Map.of("id", Long.MAX_VALUE));
    assertThat(read("{\"id\":9007199254740993}", Exact.class).id())
        .isEqualTo(9_007_199_254_740_993L);
  }

  @Test
  void nullMember_isKept() {
    assertThat(Metadata.from(new Member("ada", null))).containsEntry("color", null);
    assertThat(read("{\"name\":null}", Member.class)).isEqualTo(new Member(null, null));
  }

  @Test
  void otherMembers_areKeptByWithAndDroppedByFrom() {
    Map<String, Object> before =
        json("{\"name\":\"a\",\"old\":1,\"byRole\":{\"lead\":{\"name\":\"x\",\"since\":2}}}");
    Team team = new Team("b", List.of(), Map.of("lead", new Member("y", null)));

    Map<String, Object> lead = new HashMap<>(Map.of("name", "y", "since", 2L));
    lead.put("color", null);
    assertThat(Metadata.of(before).with(team))
        .containsEntry("old", 1L)
        .containsEntry("name", "b")
        .containsEntry("byRole", Map.of("lead", lead));
    assertThat(Metadata.from(team)).doesNotContainKey("old");
    assertThat(Metadata.of(before).as(Member.class).name()).isEqualTo("a");
  }

  private static void assertFails(String text, Class<?> type, String path, String message) {
    assertThatThrownBy(() -> read(text, type))
        .isInstanceOfSatisfying(MetadataException.class, e -> assertThat(e.path()).isEqualTo(path))
        .hasMessageStartingWith(path)
        .hasMessageContaining(message);
  }

  @Test
  void misfit_isNamedByItsPath() {
    String members = "{\"members\":[{\"color\":\"RED\"},{\"color\":\"BLUE\"}]}";
    assertFails(members, Team.class, "members[1].color", "constant of");
    assertFails("{\"name\":5}", Member.class, "name", "expected a String, not a Long");
    assertFails("{\"byRole\":[]}", Team.class, "byRole", "JSON object, not a list");
    assertFails("{\"seats\":2.5}", Strict.class, "seats", "does not fit a Integer");
    assertFails("{\"seats\":3000000000}", Strict.class, "seats", "does not fit a Integer");
    assertFails("{}", Strict.class, "seats", "int cannot be; use Integer");
    assertFails("{\"seats\":-1}", Strict.class, "", "seats below zero");
    assertFails("{\"at\":\"soon\"}", Wait.class, "at", "not the text of a Instant");
  }

  record Wait(Instant at) {}

  record Thready(List<Thread> threads) {}

  @Test
  void typeThatMetadataCannotBe_isNamed() {
    assertFails("{\"threads\":[{}]}", Thready.class, "threads[0]", "java.lang.Thread");
    assertThatThrownBy(() -> Metadata.from(new Thready(List.of(new Thread()))))
        .isInstanceOf(MetadataException.class)
        .hasMessageStartingWith("threads[0]: ");
    assertThatThrownBy(() -> Metadata.from("text")).isInstanceOf(MetadataException.class);
  }

  @Test
  void valueWithoutJson_isNamedByItsPath() {
    record Score(double points) {}

    record Scores(Map<String, Score> scores) {}

    assertThatThrownBy(() -> Metadata.from(new Scores(Map.of("ada", new Score(Double.NaN)))))
        .isInstanceOfSatisfying(
            MetadataException.class, e -> assertThat(e.path()).isEqualTo("scores.ada.points"))
        .hasMessageContaining("NaN");
  }

  @Test
  void valueThatHoldsItself_isRefused() {
    List<Object> loop = new ArrayList<>();
    loop.add(loop);
    assertThatThrownBy(() -> Metadata.from(Collections.singletonMap("loop", loop)))
        .isInstanceOf(MetadataException.class)
        .hasMessageContaining("hold itself");
  }

  @Test
  void toString_showsNoValues() {
    Metadata metadata = Metadata.of(json("{\"plan\":\"secret\"}"));
    assertThat(Objects.toString(metadata)).isEqualTo("Metadata[plan]");
  }
}
