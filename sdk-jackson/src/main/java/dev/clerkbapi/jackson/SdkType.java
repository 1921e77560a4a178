package dev.clerkbapi.jackson;

import dev.clerkbapi.json.Model;
import dev.clerkbapi.json.OpenEnum;
import dev.clerkbapi.json.Page;
import dev.clerkbapi.json.UnknownVariant;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Which types the modules are for, and the methods with which one of them reads its JSON. */
final class SdkType {
  private static final String SDK = "dev.clerkbapi.";

  private SdkType() {}

  /** Returns whether its values are one object of BAPI's JSON, or one list of them. */
  static boolean isWritten(Class<?> type) {
    return Model.class.isAssignableFrom(type)
        || UnknownVariant.class.isAssignableFrom(type)
        || OpenEnum.class.isAssignableFrom(type)
        || type == Page.class;
  }

  /** Returns whether it can be read: what is written, and unions, which are interfaces. */
  static boolean isRead(Class<?> type) {
    return type == Page.class || constant(type) != null || fromJson(type) != null;
  }

  /** Returns the value as JSON, as its class writes it. */
  static String json(Object value) {
    if (value instanceof Model model) {
      return model.toJson();
    }
    return value instanceof Page<?> page ? page.toJson() : ((UnknownVariant) value).toJson();
  }

  /** Returns the method that finds a constant by its value; null if it is no open enum. */
  static @Nullable MethodHandle constant(Class<?> type) {
    return OpenEnum.class.isAssignableFrom(type) ? method(type, "of") : null;
  }

  /** Returns the method that reads a model or union; null if it is neither. */
  static @Nullable MethodHandle fromJson(Class<?> type) {
    // What is unknown to this SDK may be known to the next: the union reads both.
    Class<?> reading =
        UnknownVariant.class.isAssignableFrom(type) ? type.getDeclaringClass() : type;
    return reading != null && reading.getName().startsWith(SDK)
        ? method(reading, "fromJson")
        : null;
  }

  private static @Nullable MethodHandle method(Class<?> type, String name) {
    try {
      return MethodHandles.publicLookup()
          .findStatic(type, name, MethodType.methodType(type, String.class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null;
    }
  }

  /** Calls one of the methods above, which throw unchecked exceptions only. */
  static Object call(MethodHandle method, String argument) {
    try {
      return method.invoke(argument);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
