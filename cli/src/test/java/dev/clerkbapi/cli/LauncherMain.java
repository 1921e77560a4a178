package dev.clerkbapi.cli;

import java.util.List;

/** Stands in for the command in the jar that {@link LauncherTest} makes. */
public final class LauncherMain {
  private LauncherMain() {}

  /** Prints its process and its arguments; the exit status is the number of arguments. */
  public static void main(String[] args) {
    System.out.println(ProcessHandle.current().pid() + " " + List.of(args));
    System.exit(args.length);
  }
}
