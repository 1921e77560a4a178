package dev.clerkbapi.samples;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.model.EmailAddress;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How do I export all users?
 *
 * <p>Takes the name of the CSV file to write as its argument. Without {@code CLERK_SECRET_KEY} in
 * the environment it talks to a fake of BAPI on this machine, which has 250 users.
 *
 * <p>The stream holds a few pages in memory, never all users. It pages by offset: users that are
 * created or deleted while it reads may hide another one.
 */
public final class ExportUsers {
  private static final int PAGE = 100;
  static final int USERS_OF_THE_FAKE = 250;
  static final Sample SAMPLE =
      new Sample(
          "ExportUsers",
          List.of("FILE"),
          List.of("target/users.csv"),
          (bapi, arguments) -> bapi.addUsers(USERS_OF_THE_FAKE));

  private ExportUsers() {}

  public static void main(String[] args) {
    System.exit(SAMPLE.run(args, System.getenv(), Terminal.ofSystem(), ExportUsers::export));
  }

  static void export(ClerkClient clerk, List<String> arguments, Terminal terminal) {
    Path file = Path.of(arguments.get(0));
    try (Stream<User> users =
            clerk.users().streamUserList(p -> p.limit(PAGE).orderBy("+created_at"));
        Writer csv = Files.newBufferedWriter(file)) {
      csv.write("id,first_name,last_name,email,locked,banned\n");
      long count = 0;
      for (Iterator<User> all = users.iterator(); all.hasNext(); count++) {
        csv.write(line(all.next()) + "\n");
      }
      terminal.say(count + " users in " + file);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot write " + file, e);
    }
  }

  private static String line(User user) {
    String email = user.primaryEmailAddress().map(EmailAddress::emailAddress).orElse("");
    return String.join(
        ",",
        cell(user.id()),
        cell(user.firstName()),
        cell(user.lastName()),
        cell(email),
        String.valueOf(user.locked()),
        String.valueOf(user.banned()));
  }

  /**
   * Quotes a cell (RFC 4180). An apostrophe keeps a spreadsheet from taking a name that a user
   * chose for a formula.
   */
  static String cell(@Nullable String text) {
    String value = text == null ? "" : text;
    boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + value.replace("\"", "\"\"") + "\"";
  }
}
