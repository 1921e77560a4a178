package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for an incident and the help name the same options. */
class DocsTest {
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
  private static final Set<String> SELF_EXPLAINING = Set.of("--help", "--version");

  private final Command command = new Command();

  private static Set<String> options(String text) {
    Set<String> found = new TreeSet<>();
    Matcher option = OPTION.matcher(text);
    while (option.find()) {
      found.add(option.group());
    }
    found.removeAll(SELF_EXPLAINING);
    return found;
  }

  private String help() {
    command.run("--help");
    StringBuilder all = new StringBuilder(command.out());
    for (String subcommand : List.of("select", "status", "undo")) {
      command.run(subcommand, "--help");
      all.append(command.out());
    }
    return all.toString();
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/bulk-lock.md"));
  }

  @Test
  void pageAndHelp_nameTheSameOptions() throws IOException {
    assertThat(options(page())).isEqualTo(options(help()));
  }

  @Test
  void pageAndHelp_nameTheEnvironment() throws IOException {
    for (String name : Set.of("CLERK_SECRET_KEY", "CLERK_API_URL")) {
      assertThat(help()).contains(name);
      assertThat(page()).contains(name);
    }
  }
}
