package dev.clerkbapi.cli;

/**
 * What a run is about to do, in numbers.
 *
 * @param given IDs in the file, repeated ones included
 * @param ids different IDs in the file
 * @param left those that earlier runs have not finished
 * @param protectedIds IDs that are protected, whether in the file or not
 * @param protectedInFile IDs that are protected and in the file
 */
record Plan(int given, int ids, int left, int protectedIds, int protectedInFile) {

  String text(boolean dryRun, int requestsPerSecond) {
    return (dryRun ? "Dry run: " : "")
        + Texts.users(ids)
        + part(given - ids, " IDs repeated")
        + part(protectedIds, " IDs protected (" + protectedInFile + " of them in the file)")
        + part(ids - left, " finished before")
        + ", "
        + requestsPerSecond
        + " requests a second";
  }

  private static String part(int count, String what) {
    return count == 0 ? "" : ", " + count + what;
  }
}
