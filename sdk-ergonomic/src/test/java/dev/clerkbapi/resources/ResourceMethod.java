package dev.clerkbapi.resources;

import dev.clerkbapi.ClerkClient;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A public method of a class of operations, and the client's method that returns the class. */
record ResourceMethod(Method accessor, Method method) {

  /** Those that make one call. */
  static List<ResourceMethod> calls() {
    return all().stream().filter(it -> !it.isStream()).toList();
  }

  /** Those that page through a list. */
  static List<ResourceMethod> streams() {
    return all().stream().filter(ResourceMethod::isStream).toList();
  }

  private boolean isStream() {
    return method.getReturnType() == Stream.class;
  }

  /** All of them, also what classes written by hand have from their generated base. */
  static List<ResourceMethod> all() {
    List<ResourceMethod> methods = new ArrayList<>();
    for (Method accessor : accessors()) {
      Class<?> type = accessor.getReturnType();
      for (Class<?> part = type; part != Object.class; part = part.getSuperclass()) {
        Arrays.stream(part.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .filter(method -> !method.isSynthetic())
            .forEach(method -> methods.add(new ResourceMethod(accessor, method)));
      }
    }
    methods.sort(Comparator.comparing(ResourceMethod::toString));
    return methods;
  }

  /** The client's methods that return a class of operations. */
  static List<Method> accessors() {
    return Stream.of(ClerkClient.class, ClerkClient.class.getSuperclass())
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> method.getReturnType().getPackage() == ClerkClient.class.getPackage())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .toList();
  }

  Object invoke(ClerkClient clerk, Object... arguments) throws Exception {
    accessor.setAccessible(true); // The class that declares it is not public.
    method.setAccessible(true);
    try {
      return method.invoke(accessor.invoke(clerk), arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError(this + " failed", e.getCause());
    }
  }

  @Override
  public String toString() {
    return accessor.getName()
        + "()."
        + method.getName()
        + Arrays.toString(method.getGenericParameterTypes());
  }
}
