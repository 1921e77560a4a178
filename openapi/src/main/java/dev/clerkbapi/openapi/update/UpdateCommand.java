package dev.clerkbapi.openapi.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.BadDocumentException;
import dev.clerkbapi.openapi.description.Description;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.rewrite.NameClashException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a new description, or reports what that would change. */
@Command(
    name = "openapi/update",
    description =
        "Imports a new description of Clerk's Backend API, or of its webhooks: writes"
            + " openapi/bapi.yml or openapi/webhooks.yml, and reports what it means for the API, for"
            + " Java callers and for the maintainers.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done; what is left for a person stands at the end of the report",
      "1:a pinned name no longer fits, or the client does not compile; nothing was written",
      "2:the file, or the command line, is not usable; nothing was written"
    })
public final class UpdateCommand implements Callable<Integer> {
  private static final int NO_CLIENT = 1;
  private static final int BAD_INPUT = 2;

  private final PrintStream out;
  private final PrintStream err;

  @Parameters(
      paramLabel = "FILE",
      description = "The description as Clerk publishes it, YAML or JSON.")
  private Path file = Path.of("");

  @Option(names = "--dry-run", description = "Report only; write nothing.")
  private boolean dryRun;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where to write the report (default: openapi/target/update.md).")
  private @Nullable Path report;

  @Option(names = "--help", usageHelp = true, description = "Show this.")
  @SuppressWarnings("UnusedVariable") // only picocli reads it.
  private boolean help;

  @Option(names = "--root", paramLabel = "FOLDER", hidden = true)
  private Path root = Path.of(System.getProperty("clerkbapi.root", "."));

  public UpdateCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    Workspace workspace = new Workspace(root);
    Path scratch = Files.createTempDirectory("openapi-update");
    try {
      UpdateRun.Result result = result(workspace, scratch);
      out.print(result.report().markdown());
      out.flush();
      if (!dryRun) {
        write(result);
      }
      return 0;
    } catch (BadDocumentException e) {
      return failed(BAD_INPUT, e);
    } catch (NameClashException | ClientDoesNotCompileException e) {
      return failed(NO_CLIENT, e);
    } finally {
      delete(scratch);
    }
  }

  /** The document itself says which of the two it is. */
  private UpdateRun.Result result(Workspace workspace, Path scratch) {
    Progress progress = new Progress(err);
    ObjectNode facts = progress.step("read " + file, () -> Description.facts(file));
    return Description.isOfWebhooks(facts)
        ? new WebhooksRun(workspace, scratch, progress).of(facts)
        : new UpdateRun(workspace, scratch, progress).of(facts);
  }

  /** The report first: without it nobody would know what the new description means. */
  private void write(UpdateRun.Result result) {
    Path reported = report == null ? root.resolve("openapi/target/update.md") : report;
    Documents.replace(reported, result.report().markdown());
    Documents.replace(result.file(), result.text());
    err.println("wrote " + result.file().normalize() + " and " + reported.normalize());
  }

  private int failed(int status, RuntimeException e) {
    err.println(String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " "));
    return status;
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
