package dev.clerkbapi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private static final JsonAdapter<Page<String>> PAGES =
      new PageAdapter<>(
          new Moshi.Builder().build().adapter(String.class), List.of("data", "m2m_tokens"));

  private static Page<String> read(String json) throws IOException {
    return PAGES.fromJson(json);
  }

  @Test
  void bareArray_hasNoTotal() throws IOException {
    Page<String> page = read("[\"a\",\"b\"]");
    assertThat(page).containsExactly("a", "b");
    assertThat(page.data()).containsExactly("a", "b");
    assertThat(page.stream()).containsExactly("a", "b");
    assertThat(page.size()).isEqualTo(2);
    assertThat(page.totalCount()).isEmpty();
  }

  @Test
  void objectWithTotal_tellsIt() throws IOException {
    Page<String> page = read("{\"total_count\":120,\"data\":[\"a\"]}");
    assertThat(page).containsExactly("a");
    assertThat(page.totalCount()).isEqualTo(OptionalLong.of(120));
    assertThat(read("{\"m2m_tokens\":[\"a\"],\"total_count\":120.0}")).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"data\":null,\"total_count\":null}",
        "{\"data\":[]}",
        "[]",
        "{\"data\":[null]}"
      })
  void nothing_isAnEmptyPage(String json) throws IOException {
    assertThat(read(json)).isEqualTo(Page.of(List.of()));
    assertThat(read(json).isEmpty()).isTrue();
  }

  @Test
  void otherMembers_survive() throws IOException {
    String json = "{\"data\":[\"a\"],\"total_count\":1,\"has_more\":false,\"cursor\":null}";
    Page<String> page = read(json);
    assertThat(page.additionalMembers()).containsEntry("has_more", false).containsKey("cursor");
    assertThat(PAGES.toJson(page)).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"a\"]",
        "{\"data\":[\"a\"],\"total_count\":7}",
        "{\"m2m_tokens\":[\"a\"],\"total_count\":7}"
      })
  void written_hasTheShapeThatWasRead(String json) throws IOException {
    assertThat(PAGES.toJson(read(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"text\"", "7", "{\"data\":{}}", "{\"data\":[],\"total_count\":\"7\"}"})
  void otherJson_isNotTakenForAPage(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(JsonDataException.class);
  }

  @Test
  void madeByHand_isAPageLikeAnyOther() {
    Page<String> page = Page.of(List.of("a"), 120);
    assertThat(PAGES.toJson(page)).isEqualTo("{\"data\":[\"a\"],\"total_count\":120}");
    assertThat(page)
        .isNotEqualTo(Page.of(List.of("a")))
        .hasToString("Page{data=[a], totalCount=120}");
    assertThatThrownBy(() -> page.data().add("b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(page.additionalMembers()).isEqualTo(Map.of());
  }
}
