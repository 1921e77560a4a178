package dev.clerkbapi.openapi.description;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A reader of YAML 1.1 to the letter, which is what many tools still have. */
final class Yaml11 {
  private Yaml11() {}

  static Object read(String text) {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(64 * 1024 * 1024);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
            new SafeConstructor(limits), new Representer(unused), unused, limits, resolver())
        .load(text);
  }

  /** SnakeYAML leaves out what most people stumble over; the specification has it. */
  private static Resolver resolver() {
    Resolver resolver = new Resolver();
    resolver.addImplicitResolver(Tag.BOOL, Pattern.compile("[yYnN]"), "yYnN");
    resolver.addImplicitResolver(new Tag("tag:yaml.org,2002:value"), Pattern.compile("="), "=");
    resolver.addImplicitResolver(Tag.FLOAT, Pattern.compile("[-+]?\\.[0-9.]*"), "-+.");
    return resolver;
  }
}
