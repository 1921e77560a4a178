package dev.clerkbapi.openapi.update;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.cmp.JarArchiveComparatorOptions.ClassPathMode;
import japicmp.cmp.JarArchiveComparatorOptions.OverrideCompatibilityChange;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiField;
import japicmp.model.JApiHasAccessModifier;
import japicmp.model.JApiHasChangeStatus;
import japicmp.model.JApiMethod;
import japicmp.model.JApiModifier;
import japicmp.model.JApiSemanticVersionLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What changes for code that was compiled against the first of two clients, as japicmp sees it.
 *
 * @param breaking what stops compiling or linking
 * @param compatible what is new
 */
record JavaChanges(List<Change> breaking, List<Change> compatible) {
  private static final String HOME = "dev.clerkbapi.";

  /** One line; {@code isRemoval} where something is gone, rather than different. */
  record Change(String type, String text, boolean isRemoval) {
    @Override
    public String toString() {
      return text;
    }

    /**
     * Whether it is about a member's accessor: operations and whole types are reported elsewhere,
     * too.
     */
    boolean isOfMember() {
      return text.contains("()") && !type.endsWith("Api") && !type.endsWith(".Builder");
    }
  }

  /** The step that semantic versioning asks for. */
  String versionStep() {
    return breaking.isEmpty() ? (compatible.isEmpty() ? "patch" : "minor") : "major";
  }

  /** These changes, and those of another module. */
  JavaChanges and(JavaChanges more) {
    JavaChanges all = new JavaChanges(new ArrayList<>(breaking), new ArrayList<>(compatible));
    all.breaking.addAll(more.breaking);
    all.compatible.addAll(more.compatible);
    return all;
  }

  static JavaChanges between(Path oldJar, Path newJar) {
    return between(oldJar, newJar, List.of(), List.of());
  }

  /** Compares jars that need those of other modules of ours, which are not compared. */
  static JavaChanges between(Path oldJar, Path newJar, List<Path> oldNeeds, List<Path> newNeeds) {
    JarArchiveComparatorOptions options = options();
    oldNeeds.forEach(jar -> options.getOldClassPath().add(jar.toString()));
    newNeeds.forEach(jar -> options.getNewClassPath().add(jar.toString()));
    JavaChanges changes = new JavaChanges(new ArrayList<>(), new ArrayList<>());
    new JarArchiveComparator(options)
        .compare(
            new JApiCmpArchive(oldJar.toFile(), "old"), new JApiCmpArchive(newJar.toFile(), "new"))
        .forEach(changes::describe);
    return changes;
  }

  private static JarArchiveComparatorOptions options() {
    JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
    options.setClassPathMode(ClassPathMode.TWO_SEPARATE_CLASSPATHS);
    // A class written by hand has the methods of its generated base, which is not public.
    options.setAccessModifier(AccessModifier.PACKAGE_PROTECTED);
    for (Path library : Compiler.libraries()) {
      options.getOldClassPath().add(library.toString());
      options.getNewClassPath().add(library.toString());
    }
    // Retrofit implements the interfaces of operations, this SDK those of unions; nobody else does.
    for (JApiCompatibilityChangeType harmless :
        List.of(
            JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE,
            JApiCompatibilityChangeType.METHOD_NEW_DEFAULT,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_NOW_DEFAULT)) {
      options.addOverrideCompatibilityChange(
          new OverrideCompatibilityChange(harmless, true, true, JApiSemanticVersionLevel.MINOR));
    }
    return options;
  }

  private void describe(JApiClass type) {
    String name = simple(type.getFullyQualifiedName());
    boolean isTopLevel = type.getFullyQualifiedName().indexOf('$') < 0;
    switch (type.getChangeStatus()) {
      case NEW -> {
        if (isTopLevel && isPublic(type)) {
          compatible.add(new Change(name, "`" + name + "` is new", false));
        }
      }
      case REMOVED -> {
        if (isTopLevel && isPublic(type)) {
          breaking.add(new Change(name, "`" + name + "` is gone", true));
        }
      }
      case UNCHANGED -> {
        // Nothing to report.
      }
      case MODIFIED -> describeMembers(type, isPublic(type) ? name : heir(name));
    }
  }

  private void describeMembers(JApiClass type, String name) {
    int before = breaking.size();
    Set<String> added = new TreeSet<>();
    for (JApiMethod method : type.getMethods()) {
      describeMember(name, method, signature(method), added);
    }
    for (JApiField field : type.getFields()) {
      describeMember(name, field, field.getName(), added);
    }
    if (breaking.size() == before && isBreaking(type) && isPublic(type)) {
      breaking.add(new Change(name, "`" + name + "`: " + reasons(type), false));
    }
    // A builder gains a setter for each accessor that its model gains; query parameters have none.
    boolean reported = name.endsWith(".Builder") && !name.endsWith("Params.Builder");
    if (!added.isEmpty() && !reported) {
      compatible.add(new Change(name, "`" + name + "` gains " + String.join(", ", added), false));
    }
  }

  /** The public class that has the methods of a generated base. */
  private static String heir(String base) {
    return base.equals("Resources") ? "ClerkClient" : base.replaceFirst("Operations$", "");
  }

  private <M extends JApiCompatibility & JApiHasChangeStatus & JApiHasAccessModifier>
      void describeMember(String type, M member, String label, Set<String> added) {
    if (!isPublic(member)) {
      return;
    }
    JApiChangeStatus status = member.getChangeStatus();
    if (isBreaking(member)) {
      String text = "`" + type + "." + label + "`: " + reasons(member);
      breaking.add(new Change(type, text, status == JApiChangeStatus.REMOVED));
    } else if (status == JApiChangeStatus.NEW) {
      added.add("`" + label + "`");
    }
  }

  private static boolean isPublic(JApiHasAccessModifier part) {
    JApiModifier<AccessModifier> access = part.getAccessModifier();
    return access.getOldModifier().orElse(null) == AccessModifier.PUBLIC
        || access.getNewModifier().orElse(null) == AccessModifier.PUBLIC;
  }

  private static boolean isBreaking(JApiCompatibility part) {
    return !part.isBinaryCompatible() || !part.isSourceCompatible();
  }

  private static String reasons(JApiCompatibility part) {
    String reasons =
        part.getCompatibilityChanges().stream()
            .filter(change -> !change.isBinaryCompatible() || !change.isSourceCompatible())
            .map(change -> change.getType().name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .distinct()
            .collect(Collectors.joining(", "));
    return reasons.isEmpty() ? "no longer compatible" : reasons;
  }

  private static String signature(JApiBehavior method) {
    return method.getName()
        + method.getParameters().stream()
            .map(parameter -> simple(parameter.getType()))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String simple(String type) {
    String own = type.startsWith(HOME) ? type.substring(HOME.length()) : type;
    return own.substring(own.lastIndexOf('.') + 1).replace('$', '.');
  }
}
