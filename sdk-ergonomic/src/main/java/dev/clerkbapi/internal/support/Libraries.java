package dev.clerkbapi.internal.support;

import java.lang.invoke.MethodHandles;
import java.security.CodeSource;
import okhttp3.OkHttp;
import org.jspecify.annotations.Nullable;

/**
 * Checks the libraries on the class path, which may be older than those that this SDK was built
 * with, because a project's other dependencies influence their versions. A class or method that an
 * older one lacks would end a call with an {@code Error}, perhaps after the request was sent.
 */
public final class Libraries {
  private Libraries() {}

  /**
   * Does nothing if all libraries are recent enough.
   *
   * @throws IllegalStateException if a library is missing or too old; the message says which, where
   *     it was found, and what helps
   */
  public static void check() {
    // For each library: a class that every version has, and one that older versions lack.
    require("OkHttp", "4.12", "okhttp3.OkHttpClient", "okhttp3.OkHttp");
    if (!isNewOkHttp()) {
      throw tooOld("OkHttp", "4.12", typeNamed("okhttp3.OkHttpClient"));
    }
    require("okio", "3.13", "okio.Buffer", "okio.Socket");
    require("Kotlin's standard library", "1.8.20", "kotlin.Unit", "kotlin.enums.EnumEntriesKt");
    if (!hasTimeout(retrofit2.Call.class)) {
      throw tooOld("Retrofit", "2.8", retrofit2.Call.class);
    }
  }

  /** If the two are in different jars, the first jar on the class path is an older version. */
  private static void require(String library, String version, String always, String since) {
    Class<?> old = typeNamed(always);
    Class<?> recent = typeNamed(since);
    if (old == null || recent == null || !place(old).equals(place(recent))) {
      throw tooOld(library, version, old);
    }
  }

  private static boolean isNewOkHttp() {
    try {
      // Not OkHttp.VERSION: javac would inline the constant of the OkHttp that we compile against.
      String version =
          (String)
              MethodHandles.publicLookup()
                  .findStaticVarHandle(OkHttp.class, "VERSION", String.class)
                  .get();
      return !version.startsWith("4.") || Integer.parseInt(version.split("\\.", -1)[1]) >= 12;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static boolean hasTimeout(Class<?> call) {
    try {
      call.getMethod("timeout");
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static @Nullable Class<?> typeNamed(String name) {
    try {
      return Class.forName(name, false, Libraries.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static String place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? "" : String.valueOf(source.getLocation());
  }

  private static IllegalStateException tooOld(
      String library, String version, @Nullable Class<?> found) {
    return new IllegalStateException(
        library
            + (found == null ? " is missing" : " is too old (" + place(found) + ")")
            + ", this SDK needs "
            + version
            + " or later: import the BOM dev.clerkbapi:sdk-bom before all others");
  }
}
