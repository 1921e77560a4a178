package dev.clerkbapi.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The public types of this module that hold something, and whether others can make one. */
final class ValueTypes {
  private static final Path CLASSES = Path.of("target", "classes");

  private ValueTypes() {}

  /** Returns the public final classes and records that have a constructor, none of them an enum. */
  static List<Class<?>> all() {
    try (Stream<Path> files = Files.walk(CLASSES.resolve("dev"))) {
      return files
          .map(file -> CLASSES.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".class") && !name.contains("/internal/"))
          .map(name -> name.replace(".class", "").replace('/', '.'))
          .filter(name -> !name.endsWith("package-info"))
          .sorted()
          .<Class<?>>map(ValueTypes::load)
          .filter(ValueTypes::isValue)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By a public constructor, a public method of its own, or a builder; or there are constants. */
  static boolean canBeMade(Class<?> type) {
    return Stream.of(type.getDeclaredConstructors()).anyMatch(ValueTypes::isPublic)
        || Stream.of(type.getFields()).anyMatch(field -> field.getType() == type)
        || Stream.of(type.getMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .anyMatch(method -> makes(method.getReturnType(), type));
  }

  private static boolean makes(Class<?> returned, Class<?> type) {
    return returned == type
        || (returned.isInterface() && returned.isAssignableFrom(type))
        || (returned != void.class
            && returned.getName().endsWith("Builder")
            && Stream.of(returned.getMethods())
                .anyMatch(
                    method ->
                        method.getName().equals("build")
                            && method.getReturnType().isAssignableFrom(type)));
  }

  private static boolean isValue(Class<?> type) {
    boolean hasState =
        Stream.of(type.getMethods())
            .filter(method -> method.getDeclaringClass() != Object.class)
            .anyMatch(method -> !Modifier.isStatic(method.getModifiers()));
    return isPublic(type)
        && Modifier.isFinal(type.getModifiers())
        && !type.isEnum()
        && hasState
        && !type.getSimpleName().endsWith("Builder");
  }

  private static boolean isPublic(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
  }

  private static boolean isPublic(Executable executable) {
    return Modifier.isPublic(executable.getModifiers());
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ValueTypes.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name, e);
    }
  }
}
