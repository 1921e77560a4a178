package dev.clerkbapi.jackson;

import dev.clerkbapi.json.Model;
import dev.clerkbapi.json.OpenEnum;
import dev.clerkbapi.model.User;
import dev.clerkbapi.webhooks.WebhookEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The types of the SDK, as they are in its packages, and a full example of each. */
final class Samples {
  private static final int DEEPEST = 4;

  private static final List<Class<?>> TYPES =
      Stream.of(User.class, WebhookEvent.class).flatMap(type -> packageOf(type).stream()).toList();

  private Samples() {}

  static List<Class<?>> models() {
    return TYPES.stream().filter(Model.class::isAssignableFrom).toList();
  }

  static List<Class<?>> enums() {
    return TYPES.stream().filter(OpenEnum.class::isAssignableFrom).toList();
  }

  static List<Class<?>> unions() {
    return TYPES.stream().filter(Samples::isUnion).toList();
  }

  static boolean isUnion(Class<?> type) {
    return type.isInterface()
        && Stream.of(type.getDeclaredClasses())
            .anyMatch(nested -> nested.getSimpleName().equals("Unknown"));
  }

  /** Returns a model with all members set, those inside it included, until they repeat. */
  static Model of(Class<?> model) {
    return (Model) model(model, 0);
  }

  private static Object model(Class<?> model, int depth) {
    try {
      Object builder = model.getMethod("builder").invoke(null);
      for (Method setter : builder.getClass().getDeclaredMethods()) {
        if (depth < DEEPEST
            && Modifier.isPublic(setter.getModifiers())
            && setter.getParameterCount() == 1
            && !setter.isBridge()
            && !setter.getName().equals("object")
            && !setter.getName().equals("receivedAt")) {
          set(builder, setter, depth);
        }
      }
      Map<String, Object> deep = new LinkedHashMap<>();
      deep.put("a", List.of(1L, 0.5, "\ud83d\ude00\n\"", 9_007_199_254_740_993L, true));
      deep.put("none", null);
      builder
          .getClass()
          .getMethod("additionalMember", String.class, Object.class)
          .invoke(builder, "not_known_yet", deep);
      return builder.getClass().getMethod("build").invoke(builder);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(model.getName(), e);
    }
  }

  /** Tries a few values: some members have limits. */
  private static void set(Object builder, Method setter, int depth)
      throws ReflectiveOperationException {
    RuntimeException refusal = null;
    for (Object value : values(setter.getGenericParameterTypes()[0], setter.getName(), depth)) {
      try {
        setter.invoke(builder, value);
        return;
      } catch (InvocationTargetException e) {
        refusal = (RuntimeException) e.getCause();
      }
    }
    throw new AssertionError(setter.toString(), refusal);
  }

  private static List<?> values(Type type, String name, int depth) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return List.of(List.copyOf(values(arguments[0], name, depth)));
      }
      return arguments[1] == Object.class
          ? List.of(Map.of("n", 1L << 60, "l", List.of("x", Map.of())))
          : List.of(Map.of("a", values(arguments[1], name, depth).get(0)));
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      return List.of("text of " + name);
    }
    if (raw == Boolean.class || raw == boolean.class) {
      return List.of(true);
    }
    if (raw == Long.class || raw == long.class) {
      return List.of(1_700_000_000_123L, 7L, 60L, 3_600L);
    }
    if (raw == Integer.class || raw == int.class) {
      return List.of(7);
    }
    if (raw == Double.class || raw == double.class) {
      return List.of(2.5);
    }
    if (raw == Instant.class) {
      return List.of(Instant.ofEpochMilli(1_700_000_000_123L));
    }
    if (raw == Object.class) {
      return List.of(List.of("anything", 1L));
    }
    if (OpenEnum.class.isAssignableFrom(raw)) {
      return List.of(constant(raw, "from_the_future"));
    }
    return List.of(model(raw.isInterface() ? variants(raw).get(0) : raw, depth + 1));
  }

  static List<Class<?>> variants(Class<?> union) {
    return models().stream().filter(union::isAssignableFrom).toList();
  }

  static Object constant(Class<?> type, String value) {
    return call(type, "of", value);
  }

  static Object fromJson(Class<?> type, String json) {
    return call(type, "fromJson", json);
  }

  private static Object call(Class<?> type, String method, String argument) {
    try {
      return type.getMethod(method, String.class).invoke(null, argument);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }

  private static List<Class<?>> packageOf(Class<?> member) {
    try {
      URI place = member.getProtectionDomain().getCodeSource().getLocation().toURI();
      if (Files.isDirectory(Path.of(place))) {
        return classes(Path.of(place), member.getPackageName());
      }
      try (FileSystem jar = FileSystems.newFileSystem(Path.of(place))) {
        return classes(jar.getPath("/"), member.getPackageName());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Class<?>> classes(Path root, String name) throws IOException {
    List<Class<?>> classes = new ArrayList<>();
    try (Stream<Path> files = Files.list(root.resolve(name.replace('.', '/')))) {
      for (Path file : files.sorted().toList()) {
        String simple = file.getFileName().toString().replace(".class", "");
        if (!simple.contains("$") && !simple.equals("package-info")) {
          Class<?> type = Class.forName(name + "." + simple);
          if (Modifier.isPublic(type.getModifiers())) {
            classes.add(type);
          }
        }
      }
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
    return classes;
  }
}
