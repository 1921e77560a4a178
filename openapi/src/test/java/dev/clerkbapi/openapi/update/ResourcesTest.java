package dev.clerkbapi.openapi.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.Golden;
import dev.clerkbapi.openapi.Prepare;
import dev.clerkbapi.openapi.Resources;
import dev.clerkbapi.openapi.codegen.ResourceSources;
import dev.clerkbapi.openapi.description.Documents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classes of operations that the ergonomic client has, and the table that names them. */
class ResourcesTest {
  private static final Path REAL_OVERLAYS = Path.of("overlays");

  private static final String TABLE =
      """
      overlay: 1.0.0
      info: {title: resources, version: 1.0.0}
      actions:
        - target: $
          update:
            x-resources: {Things: Toys, PaintThing: Workshop, Nothing: Toys}
            x-accessors: {Workshop: atelier, Toy: toy}
            x-methods: {ListThings: getThingList, NoThing: none}
            x-by-hand: [GetThing, HideThing]
      """;

  private static final String BY_HAND =
      """
      package dev.clerkbapi;
      import dev.clerkbapi.api.ThingsApi;
      import dev.clerkbapi.model.Thing;
      public final class Toys extends ToysOperations {
        Toys(ClerkClient client) {
          super(client);
        }
        public Thing getThing(String id) {
          return client.call(client.api(ThingsApi.class).getThing(id));
        }
      }
      """;

  private static final List<String> NEEDED_BY_UPLOADS =
      List.of(
          "Bodies",
          "ContentTypes",
          "Upload",
          "internal/http/ExactLength",
          "internal/http/FileBody",
          "internal/http/OneShotBody");

  private static final String RESET =
      """
      /things/reset:
        post:
          operationId: ResetThings
          tags: [Things]
          responses: {'204': {description: ''}}
      """;

  @TempDir Path folder;

  private TestWorkspace workspace(String table) {
    TestWorkspace workspace = TestWorkspace.small(folder.resolve("repository"), Things.BAPI);
    workspace.write("openapi/overlays/6-resources.yml", table);
    return workspace;
  }

  private static Prepare.Result prepared(TestWorkspace workspace) {
    return Prepare.result(
        Documents.parse("things", Things.BAPI), new Workspace(workspace.root).overlays());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Things", "Resources"})
  void source_isAsApproved(String name) {
    TestWorkspace workspace = TestWorkspace.small(folder, Things.BAPI);
    var sources = ResourceSources.of(prepared(workspace).description());
    Golden.check(
        "golden/resource/" + name + ".txt", sources.get("dev/clerkbapi/" + name + ".java"));
  }

  @Test
  void table_namesClassAccessorAndMethod() {
    var sources = ResourceSources.of(prepared(workspace(TABLE)).description());

    assertThat(sources)
        .containsOnlyKeys(
            "dev/clerkbapi/Resources.java",
            "dev/clerkbapi/ToysOperations.java",
            "dev/clerkbapi/Workshop.java");
    assertThat(sources.get("dev/clerkbapi/Resources.java"))
        .contains("public Workshop atelier() {")
        .doesNotContain("Toys");
    assertThat(sources.get("dev/clerkbapi/ToysOperations.java"))
        .contains("abstract class ToysOperations {", "public Page<Thing> getThingList(")
        .doesNotContain("getThing(");
    assertThat(sources.get("dev/clerkbapi/Workshop.java"))
        .contains("public void paintThing(String id) {");
  }

  @Test
  void listWithOffsets_hasAStream() {
    String limit = "        - {name: limit, in: query, schema: {type: integer}}\n";
    String paged = Things.with(limit, limit + limit.replace("limit", "offset"));
    Path overlays = new Workspace(TestWorkspace.small(folder, Things.BAPI).root).overlays();

    assertThat(
            ResourceSources.of(
                    Prepare.result(Documents.parse("paged", paged), overlays).description())
                .get("dev/clerkbapi/Things.java"))
        .contains(
            "public Stream<Thing> streamThings(ListThingsParams params) {",
            "public Stream<Thing> streamThings() {",
            "public Stream<Thing> streamThings(Consumer<ListThingsParams.Builder> params) {",
            "Thing::id);");
    assertThat(ResourceSources.of(prepared(TestWorkspace.small(folder, Things.BAPI)).description()))
        .allSatisfy((file, source) -> assertThat(source).doesNotContain("stream"));
  }

  @Test
  void declaredError_isThrownWithItsSentenceByEveryOverload() {
    String declared =
        Things.with(
            "operationId: CreateThing\n",
            """
            operationId: CreateThing
                  x-throws:
                    '409': {when: if the thing exists already, codes: [thing_exists, thing_taken]}
                    '503': {}
            """);
    String source =
        source(
            declared.replaceFirst(
                "(operationId: CreateThing(?s:.*?)responses:\n)",
                "$1        '404': {description: ''}\n        '409': {description: ''}\n        '418': {description: ''}\n        '500': {description: ''}\n"));

    String tags =
        """
           * @throws dev.clerkbapi.errors.ClerkApiException.NotFound if something that the request names does not exist
           * @throws dev.clerkbapi.errors.ClerkApiException.Conflict if the thing exists already ({@code thing_exists},
           *     {@code thing_taken})
           * @throws dev.clerkbapi.errors.ClerkApiException.Unexpected with status 418
           * @throws dev.clerkbapi.errors.ClerkApiException.Server with status 503
           */
          public Thing createThing(\
        """;
    assertThat(source.split(java.util.regex.Pattern.quote(tags.stripTrailing()), -1)).hasSize(3);
  }

  private String source(String bapi) {
    Path overlays = new Workspace(TestWorkspace.small(folder, Things.BAPI).root).overlays();
    return ResourceSources.of(
            Prepare.result(Documents.parse("things", bapi), overlays).description())
        .get("dev/clerkbapi/Things.java");
  }

  @Test
  void rowsThatFitNothing_areReported() {
    assertThat(prepared(workspace(TABLE)).notes())
        .containsExactlyInAnyOrder(
            "6-resources.yml: x-resources Nothing fits no operation",
            "6-resources.yml: x-accessors Toy fits no operation",
            "6-resources.yml: x-methods NoThing fits no operation",
            "6-resources.yml: x-by-hand HideThing fits no operation");
  }

  @Test
  void newOperation_isReportedAsMethodOfTheClassByHandToo() throws Exception {
    TestWorkspace workspace = workspace(TABLE);
    workspace.write("sdk-ergonomic/src/main/java/dev/clerkbapi/Toys.java", BY_HAND);
    workspace.write(
        "sdk-ergonomic/src/main/java/dev/clerkbapi/ClerkClient.java",
        TestWorkspace.CLIENT.replaceFirst(
            "\\{\n", "{\n  public Toys toys() { return new Toys(this); }\n"));
    Path published =
        workspace.write("new.yml", Things.with("paths:\n", "paths:\n" + RESET.indent(2)));

    assertThat(workspace.update(published)).isZero();
    assertThat(workspace.report())
        .contains("- `Toys` gains `resetThings()`\n")
        .contains("- `clerk.toys().resetThings`: `resetThings` (POST /things/reset)\n")
        .doesNotContain("does not compile");
  }

  /** A row of the table is all that it takes to call the method of a new operation otherwise. */
  @Test
  void newOperationWithARow_isReportedUnderTheNameOfTheRow() throws Exception {
    TestWorkspace workspace =
        workspace(
            """
            overlay: 1.0.0
            info: {title: resources, version: 1.0.0}
            actions:
              - target: $
                update:
                  x-resources: {ResetThings: Workshop}
                  x-methods: {ResetThings: startOver}
            """);
    Path published =
        workspace.write("new.yml", Things.with("paths:\n", "paths:\n" + RESET.indent(2)));

    assertThat(workspace.update(published)).isZero();
    assertThat(workspace.report())
        .contains("- `clerk.workshop().startOver`: `resetThings` (POST /things/reset)\n")
        .contains("- `Workshop` is new\n")
        .doesNotContain("fits no operation");
  }

  @Test
  void methodThatIsGone_isABreakingChange() throws Exception {
    TestWorkspace workspace = TestWorkspace.small(folder, Things.BAPI);
    Path published =
        workspace.write("new.yml", Things.with("operationId: PaintThing", "operationId: Color"));

    assertThat(workspace.update(published)).isZero();
    assertThat(workspace.report()).contains("- `Things.paintThing(String)`: method removed\n");
  }

  /** A new operation needs prose, and a verdict on repeating; its method then comes by itself. */
  @Test
  void newOperation_needsProseAndAVerdictOnly() {
    ObjectNode bapi = Documents.read(Path.of("bapi.yml"));
    ObjectNode operation =
        ((ObjectNode) bapi.path("paths")).putObject("/users/{user_id}/greet").putObject("post");
    operation.put("operationId", "GreetUser").putArray("tags").add("Users");
    operation
        .putArray("parameters")
        .addObject()
        .put("name", "user_id")
        .put("in", "path")
        .put("required", true)
        .put("description", "ID of the user.")
        .putObject("schema")
        .put("type", "string");
    operation.putObject("responses").putObject("204").put("description", "");
    operation.put("summary", "Greets a user.").put("x-idempotent", false);

    Prepare.Result prepared = Prepare.result(bapi, REAL_OVERLAYS);

    assertThat(prepared.notes()).isEmpty();
    assertThat(Todo.of(prepared.description())).isEmpty();
    assertThat(ResourceSources.of(prepared.description()).get("dev/clerkbapi/UsersOperations.java"))
        .contains("public void greetUser(String userId) {");
  }

  @ParameterizedTest
  @ValueSource(strings = {"media", "parameters", "keywords", "inline", "lists"})
  void trap_compiles(String trap) throws Exception {
    Path file = Path.of("src/test/resources/dev/clerkbapi/openapi/traps", trap + ".yml");
    TestWorkspace workspace = TestWorkspace.small(folder.resolve("repository"), Things.BAPI);
    for (String needed : NEEDED_BY_UPLOADS) {
      String source = "sdk-ergonomic/src/main/java/dev/clerkbapi/" + needed + ".java";
      workspace.write(source, Files.readString(Path.of("..", source)));
    }
    Workspace places = new Workspace(workspace.root);
    ObjectNode prepared =
        Prepare.result(dev.clerkbapi.openapi.description.Description.facts(file), places.overlays())
            .description();
    Client client = new Client(folder.resolve("client"));
    client.generate(prepared);

    assertThat(client.compile(places.runtimeOfTheClient())).isEmpty();
    assertThat(new HandWritten(places, client, prepared, folder.resolve("module")).compile())
        .isEmpty();
  }

  @Test
  void bodiesThatAreNotJson_areBytesAndText() {
    Path media = Path.of("src/test/resources/dev/clerkbapi/openapi/traps/media.yml");
    ObjectNode facts = dev.clerkbapi.openapi.description.Description.facts(media);
    TestWorkspace workspace = TestWorkspace.small(folder, Things.BAPI);
    Path overlays = new Workspace(workspace.root).overlays();

    assertThat(
            ResourceSources.of(Prepare.result(facts, overlays).description())
                .get("dev/clerkbapi/T.java"))
        .contains("return Bodies.text(client.call(client.api(TApi.class).b()));")
        .contains("public CResponse c(Upload file) {")
        .contains("public CResponse c(byte[] file, String fileName) {")
        .contains("public CResponse c(byte[] file, String fileName, String fileType) {")
        .contains("client.call(client.api(TApi.class).d(Bodies.of(request, \"text/csv\")));");
  }

  @Test
  void classThatIsGone_leavesTheFolder() throws Exception {
    Path sources = folder.resolve("sources");
    Path old = sources.resolve("dev/clerkbapi/Gone.java");
    Documents.write(old, "class Gone {}");

    Resources.write(prepared(TestWorkspace.small(folder, Things.BAPI)).description(), sources);

    assertThat(old).doesNotExist();
    assertThat(List.of("Things.java", "Resources.java"))
        .allSatisfy(name -> assertThat(old.resolveSibling(name)).exists());
  }
}
