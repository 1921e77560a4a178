package dev.clerkbapi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Lists and maps with a schema whose elements have none: no model of today has any. */
class CopiedElementsTest {
  @Test
  void elementWithoutSchema_isCopied() {
    AtomicInteger counter = new AtomicInteger(1);
    List<Object> inner = new ArrayList<>(List.of(counter));
    List<Object> list = Json.copy("list", List.of(inner, counter));
    Map<String, Object> map = Json.copy("map", Map.of("a", inner));
    counter.set(2);
    inner.add("more");

    assertThat(list).isEqualTo(List.of(List.of(1L), 1L));
    assertThat(map).isEqualTo(Map.of("a", List.of(1L)));
  }

  @Test
  void elementWithSchema_staysWhatItIs() {
    List<Object> elements = List.of("text", true, 1L, 2, 2.5, Instant.EPOCH);
    assertThat(Json.copy("list", elements)).isEqualTo(elements);
  }

  @Test
  void elementThatJsonCannotHold_isRefusedWithItsPlace() {
    assertThatThrownBy(() -> Json.copy("list", List.of(1, Map.of("a", new Object()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("list[1].a: ");
    assertThatThrownBy(() -> Json.copy("map", Map.of("k", Thread.currentThread())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("map.k: ");
    assertThatThrownBy(() -> Json.copy("list", Arrays.asList("a", null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("list[1]");
  }
}
