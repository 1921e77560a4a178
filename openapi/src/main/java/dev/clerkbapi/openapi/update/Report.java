package dev.clerkbapi.openapi.update;

import java.util.ArrayList;
import java.util.List;

/**
 * What an update means, as Markdown for a person who reviews it.
 *
 * @param subject what is described
 * @param from the version of the description so far
 * @param to the version of the new one
 * @param methods what the added operations are called in the ergonomic client
 * @param sharing which models events no longer share with BAPI, or share again
 * @param todo what is left for a person
 */
record Report(
    Subject subject,
    String from,
    String to,
    ApiChanges api,
    JavaChanges java,
    List<String> methods,
    List<String> sharing,
    List<String> todo) {

  /** What a description can be of. */
  enum Subject {
    BAPI("BAPI", "Operations", "The client speaks BAPI "),
    WEBHOOKS("Webhooks", "Events", "The events are those of Clerk's description ");

    private final String title;
    private final String parts;
    private final String change;

    Subject(String title, String parts, String change) {
      this.title = title;
      this.parts = parts;
      this.change = change;
    }
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# ")
        .append(subject.title)
        .append(' ')
        .append(from)
        .append(" to ")
        .append(to)
        .append("\n\n");
    text.append(summary()).append('\n');
    section(text, subject.parts + " added", api.addedOperations());
    section(text, subject.parts + " removed", api.removedOperations());
    section(text, subject.parts + " changed", api.changedOperations());
    section(text, "Types added", api.addedTypes());
    section(text, "Types removed", api.removedTypes());
    section(text, "Types changed", api.changedTypes());
    section(text, "Deprecated", api.deprecated());
    section(text, "Models of events and of BAPI", sharing);
    section(text, "Breaking for Java callers", java.breaking());
    section(text, "Compatible for Java callers", java.compatible());
    section(text, "Methods of new operations", methods);
    text.append("\n## For CHANGELOG.md\n\n```markdown\n").append(changelog()).append("```\n");
    section(text, "Left for a person", todo);
    return text.toString();
  }

  private String summary() {
    if (api.isEmpty() && sharing.isEmpty() && java.versionStep().equals("patch")) {
      return "The same API. Suggested version step: **patch**.";
    }
    return "Suggested version step: **"
        + java.versionStep()
        + "** ("
        + count(java.breaking(), "breaking change")
        + ", "
        + count(java.compatible(), "compatible change")
        + " for Java callers).";
  }

  /** Entries in the form of the changelog, to be shortened by hand. */
  private String changelog() {
    StringBuilder text = new StringBuilder();
    List<String> changed = new ArrayList<>();
    if (subject == Subject.BAPI || !to.equals(from)) {
      changed.add(subject.change + to + " (before: " + from + ").");
    }
    changed.addAll(sharing);
    List<String> removed = new ArrayList<>(api.removedOperations());
    removed.addAll(api.removedTypes());
    for (JavaChanges.Change change : java.breaking()) {
      if (!change.isRemoval()) {
        changed.add(change.text());
      } else if (change.isOfMember()) {
        removed.add(change.text().replaceFirst(": .*", ""));
      }
    }
    List<String> added = new ArrayList<>(api.addedOperations());
    api.changedTypes().stream().filter(line -> line.contains(" added")).forEach(added::add);
    entries(text, "Added", added);
    entries(text, "Changed", changed);
    entries(text, "Deprecated", api.deprecated());
    entries(text, "Removed", removed);
    return text.toString();
  }

  private static void section(StringBuilder text, String title, List<?> lines) {
    if (!lines.isEmpty()) {
      text.append("\n## ").append(title).append(" (").append(lines.size()).append(")\n\n");
      lines.forEach(line -> text.append("- ").append(line).append('\n'));
    }
  }

  private static void entries(StringBuilder text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append("### ").append(title).append('\n');
      lines.forEach(line -> text.append("- ").append(line).append('\n'));
    }
  }

  private static String count(List<?> lines, String what) {
    return lines.size() + " " + what + (lines.size() == 1 ? "" : "s");
  }
}
