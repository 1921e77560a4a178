package dev.clerkbapi.samples;

import dev.clerkbapi.model.EmailAddress;
import dev.clerkbapi.model.User;
import dev.clerkbapi.model.UserLockout;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;

/** Prints for people. */
record Terminal(PrintStream out, PrintStream err) {
  static Terminal ofSystem() {
    return new Terminal(System.out, System.err);
  }

  void say(String line) {
    out.println(line);
  }

  void fail(String line) {
    err.println(line.replaceAll("\\s*\\R\\s*", " "));
  }

  void print(String title, User user) {
    say("");
    say(title);
    say("  id: " + user.id());
    user.fullName().ifPresent(name -> say("  name: " + name));
    user.primaryEmailAddress()
        .map(EmailAddress::emailAddress)
        .ifPresent(email -> say("  e-mail: " + email));
    UserLockout lockout = user.lockout();
    say("  locked: " + lockout.isLocked());
    lockout.until().ifPresent(time -> say("  until: " + time.truncatedTo(ChronoUnit.SECONDS)));
    if (lockout.neverExpires()) {
      say("  until: someone unlocks the user (this lock never expires)");
    }
    if (user.banned()) {
      say("  banned: true");
    }
  }
}
