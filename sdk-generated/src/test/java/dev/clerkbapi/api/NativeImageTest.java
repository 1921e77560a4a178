package dev.clerkbapi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okio.Buffer;
import okio.Okio;
import org.junit.jupiter.api.Test;

/** A native image has proxies of the interfaces, and their methods, only if our jar asks for it. */
class NativeImageTest {
  private static final String METADATA =
      "META-INF/native-image/dev.clerkbapi/sdk-generated/reachability-metadata.json";

  @Test
  void everyInterface_isAProxyAndHasItsMethods() throws IOException {
    List<Object> expected =
        EveryInterfaceTest.interfaces().stream()
            .map(Class::getName)
            .flatMap(NativeImageTest::entries)
            .toList();

    assertThat(expected).hasSizeGreaterThan(70);
    assertThat(entries()).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Stream<Object> entries(String type) {
    return Stream.of(
        Map.of("type", Map.of("proxy", List.of(type))),
        Map.of("type", type, "allDeclaredMethods", true));
  }

  private static List<Object> entries() throws IOException {
    try (Buffer json = new Buffer()) {
      json.writeAll(
          Okio.source(NativeImageTest.class.getClassLoader().getResourceAsStream(METADATA)));
      Map<?, ?> metadata = (Map<?, ?>) JsonReader.of(json).readJsonValue();
      return List.copyOf((List<?>) metadata.get("reflection"));
    }
  }
}
