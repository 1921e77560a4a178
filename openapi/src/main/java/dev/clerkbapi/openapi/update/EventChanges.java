package dev.clerkbapi.openapi.update;

import java.util.List;

/**
 * What an update means for the events as callers see them.
 *
 * @param java what changed for callers of the module of webhooks
 * @param sharing which models the events no longer share with BAPI, and which they share again
 * @param errors why the module does not compile
 */
record EventChanges(JavaChanges java, List<String> sharing, List<String> errors) {
  static final EventChanges NONE =
      new EventChanges(new JavaChanges(List.of(), List.of()), List.of(), List.of());

  /** Compiles both, and compares. */
  static EventChanges between(EventsModule before, EventsModule after) {
    List<String> errors = after.compile();
    boolean whole = before.compile().isEmpty() && errors.isEmpty();
    JavaChanges java =
        whole
            ? JavaChanges.between(before.jar(), after.jar(), before.needs(), after.needs())
            : NONE.java();
    return new EventChanges(java, EventsModule.sharing(before, after), errors);
  }
}
