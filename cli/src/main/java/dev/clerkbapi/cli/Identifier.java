package dev.clerkbapi.cli;

import dev.clerkbapi.model.EmailAddress;
import dev.clerkbapi.model.GetUserListParams;
import dev.clerkbapi.model.PhoneNumber;
import dev.clerkbapi.model.User;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a file may hold in place of user IDs, and how BAPI finds users by it. */
enum Identifier {
  EMAIL(
      "e-mail address",
      "e-mail addresses",
      "[^\\s@<>\"'`,;()\\[\\]]+@[^\\s@<>\"'`,;()\\[\\]]+",
      "an e-mail address is such as ada@example.com"),
  USERNAME("username", "usernames", "\\S{1,256}", "a username has no blanks"),
  EXTERNAL_ID("external ID", "external IDs", ".{1,256}", "an external ID has up to 256 characters"),
  PHONE(
      "phone number",
      "phone numbers",
      "\\+[0-9]{5,15}",
      "a phone number is + and digits, such as +15555550100");

  final String title;
  final String titles;
  final String rule;
  private final Pattern pattern;

  Identifier(String title, String titles, String pattern, String rule) {
    this.title = title;
    this.titles = titles;
    this.pattern = Pattern.compile(pattern);
    this.rule = rule;
  }

  boolean fits(String text) {
    return pattern.matcher(text).matches();
  }

  /** Returns the form in which values are compared: of e-mail addresses, in lower case. */
  String comparable(String value) {
    return this == EMAIL ? value.toLowerCase(Locale.ROOT) : value;
  }

  /** Asks for the users with one of these values. */
  void filter(GetUserListParams.Builder params, List<String> wanted) {
    switch (this) {
      case EMAIL -> params.emailAddress(wanted);
      case USERNAME -> params.username(wanted);
      case PHONE -> params.phoneNumber(wanted);
      // BAPI reads a sign before an external ID: a minus would ask for all other users.
      case EXTERNAL_ID -> params.externalId(wanted.stream().map(it -> "+" + it).toList());
    }
  }

  /** Returns the user's own values, in the form in which they are compared. */
  Stream<String> valuesOf(User user) {
    Stream<String> values =
        switch (this) {
          case EMAIL -> user.emailAddresses().stream().map(EmailAddress::emailAddress);
          case USERNAME -> Stream.ofNullable(user.username());
          case PHONE -> user.phoneNumbers().stream().map(PhoneNumber::phoneNumber);
          case EXTERNAL_ID -> Stream.ofNullable(user.externalId());
        };
    return values.map(this::comparable);
  }
}
