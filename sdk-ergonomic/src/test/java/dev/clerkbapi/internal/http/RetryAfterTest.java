package dev.clerkbapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

/** Whatever a server writes into {@code Retry-After} is a wait of at most a day, or none at all. */
class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Duration DAY = Duration.ofDays(1);

  @Property
  void anyText_neverThrows(@ForAll String text) {
    expectBounded(parse(text));
  }

  @Property
  void textThatIsNearlyADate_neverThrows(@ForAll @From("nearlyDates") String text) {
    expectBounded(parse(text));
  }

  @Provide
  Arbitrary<String> nearlyDates() {
    Arbitrary<String> words =
        Arbitraries.of(
            "Sun,",
            "Mon,",
            "01",
            "31",
            "99",
            "Feb",
            "Mar",
            "2026",
            "999999999",
            "12:00:00",
            "24:00:00",
            "23:59:60",
            "GMT",
            "+0100",
            "-9999",
            "",
            "EST");
    return words.list().ofMinSize(4).ofMaxSize(8).map(list -> String.join(" ", list));
  }

  @Property
  void digits_areSecondsUpToADay(
      @ForAll @LongRange(min = 0, max = 200_000) long seconds,
      @ForAll @IntRange(min = 0, max = 30) int zeros) {
    Duration expected = Duration.ofSeconds(Math.min(seconds, DAY.toSeconds()));

    assertThat(parse(" " + "0".repeat(zeros) + seconds + "\t")).isEqualTo(expected);
  }

  @Property
  void manyDigits_areADay(@ForAll @NumericChars @StringLength(min = 1, max = 60) String digits) {
    assertThat(parse("1" + "0".repeat(6) + digits)).isEqualTo(DAY);
  }

  @Property
  void date_isTheTimeUntilThenUpToADay(
      @ForAll @LongRange(min = -2_000_000_000L, max = 100_000_000_000L) long seconds) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            NOW.plusSeconds(seconds).atOffset(ZoneOffset.UTC));
    Duration expected = Duration.ofSeconds(Math.max(0, Math.min(seconds, DAY.toSeconds())));

    assertThat(parse(date)).isEqualTo(expected);
  }

  @Example
  void nothingReadable_isNone() {
    for (String text : new String[] {null, "", " ", "-1", "1.5", "1e3", "soon", "1 2", "\u0661"}) {
      assertThat(parse(text)).isNull();
    }
  }

  private static void expectBounded(Duration wait) {
    if (wait != null) {
      assertThat(wait).isBetween(Duration.ZERO, DAY);
    }
  }

  private static Duration parse(String text) {
    return RetryAfter.parse(text, CLOCK);
  }
}
