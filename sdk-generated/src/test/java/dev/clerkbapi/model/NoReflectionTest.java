package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.clerkbapi.json.ModelAdapter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Models are read and written by generated code: reflection takes long to start. */
class NoReflectionTest {
  private static final Path CLASSES = Path.of("target", "classes");

  /** Types of generics, which Moshi asks for adapters with, are no reflection. */
  private static final String[] REFLECTION = {
    "java/lang/reflect/AccessibleObject",
    "java/lang/reflect/Constructor",
    "java/lang/reflect/Field",
    "java/lang/reflect/Method",
    "java/lang/reflect/Proxy",
    "java/lang/invoke/VarHandle",
    "Unsafe",
    "forName",
    "getDeclared"
  };

  /** Moshi would read, by reflection, any class for which the generated factory has no adapter. */
  @Test
  void everyModelAndUnion_hasAGeneratedAdapter() throws ClassNotFoundException {
    RewrittenDescription description = new RewrittenDescription();
    Moshi moshi = new Moshi.Builder().add(new BapiAdapters(Clock.systemUTC())).build();
    for (String kind : List.of("model", "union")) {
      assertThat(description.typesOfKind(kind)).isNotEmpty();
      for (String type : description.typesOfKind(kind)) {
        assertThat(moshi.adapter(Class.forName("dev.clerkbapi.model." + type)))
            .as(type)
            .isInstanceOf(ModelAdapter.class);
      }
    }
  }

  @Test
  void noClass_asksForReflection() throws IOException {
    List<Path> classes;
    try (Stream<Path> files = Files.walk(CLASSES)) {
      classes = files.filter(file -> file.toString().endsWith(".class")).toList();
    }
    assertThat(classes).hasSizeGreaterThan(500);
    for (Path file : classes) {
      // The constant pool names what a class uses; its ASCII is the same in this encoding.
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain(REFLECTION);
    }
  }
}
