package dev.clerkbapi.benchmarks;

/** A short-lived process that makes one call. Arguments: a contender, the server's address. */
public final class FirstCall {
  /** Printed once the response was received. */
  public static final String DONE = "received";

  private FirstCall() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 2) {
      Contender contender = Contenders.start(args[0], args[1]);
      contender.getUser("user_1");
    }
    System.out.println(DONE);
    System.exit(0); // Some contenders have threads that would keep the process alive.
  }
}
