package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a fresh process loads to read one model from a text and to write it again. */
class FirstTextTest {
  /** There are 4 classes of some 1,300. */
  private static final int MOST_MODELS = 20;

  @Test
  void otherModels_areNotLoaded() throws Exception {
    List<String> models =
        linesOf(Main.class.getName())
            .filter(line -> line.contains(" source: ") && line.startsWith("dev.clerkbapi.model."))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .toList();

    assertThat(models)
        .contains("dev.clerkbapi.model.User", "dev.clerkbapi.model.User$Builder")
        .doesNotContain("dev.clerkbapi.model.BapiAdapters")
        .hasSizeLessThan(MOST_MODELS);
  }

  /** Reads and writes a user. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) {
      System.out.println(User.fromJson("{\"id\":\"user_1\"}").toJson());
    }
  }

  private static Stream<String> linesOf(String main) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-Xlog:class+load:stdout:none",
                "-cp",
                System.getProperty("java.class.path"),
                main)
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    assertThat(out).contains("{\"id\":\"user_1\"}");
    return out.lines();
  }
}
