package dev.clerkbapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.description.Facts;
import dev.clerkbapi.openapi.update.Todo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the description and the overlays that this repository carries. */
class BapiTest {
  private static final Path BAPI = Path.of("bapi.yml");
  private static final Path OVERLAYS = Path.of("overlays");

  @TempDir Path folder;

  @Test
  void bapi_holdsFactsOnlyAsTheImportWritesThem() throws Exception {
    ObjectNode bapi = Documents.read(BAPI);
    assertThat(Documents.toYaml(Facts.of(bapi))).isEqualTo(Files.readString(BAPI));
  }

  /** After an update this fails with the to-do list of its report, until it is done. */
  @Test
  void everyTagOperationParameterTypeAndMember_hasProseAndEveryWriteItsVerdict() {
    Prepare.Result prepared = Prepare.result(Documents.read(BAPI), OVERLAYS);
    assertThat(prepared.notes()).isEmpty();
    assertThat(Todo.of(prepared.description())).isEmpty();
  }

  @Test
  void prepare_repeatsItself() throws Exception {
    Path once = folder.resolve("once.json");
    Path again = folder.resolve("again.json");
    Prepare.run(BAPI, OVERLAYS, once);
    Prepare.run(BAPI, OVERLAYS, again);
    assertThat(again).hasSameBinaryContentAs(once);
  }

  @Test
  void prepare_leavesNoInlineTypes() {
    Path target = folder.resolve("bapi.json");
    Prepare.run(BAPI, OVERLAYS, target);
    for (Map.Entry<String, JsonNode> type :
        Documents.read(target).at("/components/schemas").properties()) {
      if (!type.getValue().path("x-kind").asText().equals("union")) {
        for (JsonNode member : type.getValue().path("properties")) {
          assertThat(member.has("properties") || member.has("enum") || member.has("allOf"))
              .as(type.getKey())
              .isFalse();
        }
      }
    }
  }

  /** The same code may come with several statuses, so that the pair counts. */
  @Test
  void codeOfAnError_isDocumentedWithItsStatus() throws Exception {
    List<String> known = Files.readAllLines(Path.of("error-codes.tsv"));
    JsonNode prepared = Prepare.result(Documents.read(BAPI), OVERLAYS).description();
    int codes = 0;
    for (JsonNode errors : prepared.path("paths").findValues("x-throws")) {
      for (Map.Entry<String, JsonNode> error : errors.properties()) {
        for (JsonNode code : error.getValue().path("codes")) {
          assertThat(known).contains(code.asText() + "\t" + error.getKey());
          codes++;
        }
      }
    }
    assertThat(codes).isGreaterThan(30);
  }

  @Test
  void errorCodes_nameEachCodeOnceWithItsStatuses() throws Exception {
    String source =
        ErrorCodes.source(
            List.of(
                "code\tstatus",
                "resource_locked\t409",
                "deprovisioned\t401",
                "deprovisioned\t403"));
    assertThat(source)
        .contains("String RESOURCE_LOCKED = \"resource_locked\";")
        .containsOnlyOnce("DEPROVISIONED")
        .contains("/** Sent with 401 or 403. */");
  }
}
