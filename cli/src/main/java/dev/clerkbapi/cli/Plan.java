package dev.clerkbapi.cli;

/**
 * What a run is about to do, in numbers.
 *
 * @param given IDs in the file
 * @param ids of them, without those given again
 * @param left of them, without those whom earlier runs finished
 * @param guarded IDs that are protected, in the file or not
 */
record Plan(int given, int ids, int left, int guarded) {

  String text(boolean dryRun, int requestsPerSecond) {
    return (dryRun ? "Dry run: " : "")
        + Texts.users(ids)
        + part(given - ids, " IDs given again")
        + part(guarded, " IDs protected")
        + part(ids - left, " finished before")
        + ", "
        + requestsPerSecond
        + " requests a second";
  }

  private static String part(int count, String what) {
    return count == 0 ? "" : ", " + count + what;
  }
}
