package dev.clerkbapi.internal;

import dev.clerkbapi.errors.ClerkException;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * The way to the exceptions' package-private constructors.
 *
 * <p>Two packages of one module cannot share what users must not see: a public factory beside the
 * exceptions would be API, and so would public constructors. So the exceptions hand a factory to
 * this package when their class is initialised, as the JDK does for its own packages.
 */
public final class Errors {
  private static volatile @Nullable ErrorFactory factory;

  private Errors() {}

  /** Called once, by the exceptions' base class. */
  public static void use(ErrorFactory exceptions) {
    factory = exceptions;
  }

  static ErrorFactory factory() {
    ErrorFactory known = factory;
    return known != null ? known : initialise();
  }

  private static ErrorFactory initialise() {
    try {
      MethodHandles.lookup().ensureInitialized(ClerkException.class);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e); // The class is public.
    }
    ErrorFactory known = factory;
    if (known == null) {
      throw new AssertionError("ClerkException did not register its factory");
    }
    return known;
  }
}
