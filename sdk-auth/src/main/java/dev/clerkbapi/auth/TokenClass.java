package dev.clerkbapi.auth;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a JWT was made for, which the header {@code cat} says: all of an instance's JWTs are signed
 * with the same key.
 */
enum TokenClass {
  /** A session token; or one that does not say, as older ones and some instances' do. */
  SESSION,
  /** Made from a JWT template, for another service. */
  TEMPLATE,
  /** Of a machine. */
  MACHINE,
  /** Of a class that did not exist when this was written. */
  OTHER;

  private static final String MEMBER = "cat";
  private static final String SESSION_CAT = "cl_B7d4PD111AAA";
  private static final String TEMPLATE_CAT = "cl_B7d4PD222AAA";
  private static final String MACHINE_CAT = "cl_B7d4PD333AAA";
  private static final String OPTED_OUT_CAT = "cl_I7d4PD111III";

  static TokenClass of(Map<String, @Nullable Object> header) {
    if (!header.containsKey(MEMBER)) {
      return SESSION;
    }
    return switch (String.valueOf(header.get(MEMBER))) {
      case SESSION_CAT, OPTED_OUT_CAT -> SESSION;
      case TEMPLATE_CAT -> TEMPLATE;
      case MACHINE_CAT -> MACHINE;
      default -> OTHER;
    };
  }

  /** Returns whether a header may be that of a machine's JWT. */
  static boolean mayBeMachine(Map<String, @Nullable Object> header) {
    return !header.containsKey(MEMBER) || of(header) == MACHINE;
  }
}
