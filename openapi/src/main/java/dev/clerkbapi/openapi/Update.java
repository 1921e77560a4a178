package dev.clerkbapi.openapi;

import dev.clerkbapi.openapi.update.UpdateCommand;
import picocli.CommandLine;

/** What {@code openapi/update} runs. */
public final class Update {
  private Update() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new UpdateCommand(System.out, System.err)).execute(args));
  }
}
