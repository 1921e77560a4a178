package dev.clerkbapi.samples;

import dev.clerkbapi.testing.SignedWebhook;
import dev.clerkbapi.testing.WebhookSigner;
import dev.clerkbapi.webhooks.WebhookVerifier;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Shows {@link UserTable}: webhooks of one user, in the wrong order and one of them twice. */
final class UserTableDemo {
  private UserTableDemo() {}

  /** Returns the exit status: 0 done, 1 failed, 2 wrong usage. */
  static int run(String[] args, Terminal terminal) {
    if (args.length != 1) {
      terminal.fail(
          "usage: UserTable JDBC_URL, such as jdbc:postgresql://127.0.0.1:5432/postgres?user=postgres");
      return 2;
    }
    try {
      show(args[0], terminal);
      return 0;
    } catch (SQLException e) {
      terminal.fail(String.valueOf(e.getMessage()));
      return 1;
    }
  }

  private static void show(String jdbcUrl, Terminal terminal) throws SQLException {
    WebhookSigner clerk = WebhookSigner.create();
    WebhookVerifier verifier = WebhookVerifier.builder().secret(clerk.secret()).build();
    UserTable table = new UserTable(jdbcUrl);
    SignedWebhook created = event(clerk, "user.created", 1, "old@example.com");
    SignedWebhook updated = event(clerk, "user.updated", 2, "new@example.com");
    for (SignedWebhook webhook : new SignedWebhook[] {updated, created, updated}) {
      boolean isNew = table.process(verifier.verify(webhook.headers()::get, webhook.body()));
      terminal.say((isNew ? "processed" : "known: skipped") + "; the table has " + email(jdbcUrl));
    }
  }

  private static SignedWebhook event(WebhookSigner clerk, String type, long time, String email) {
    return clerk
        .event(type)
        .with("data.id", "user_123")
        .with("data.updated_at", time * 1_000_000_000_000L)
        .with("data.email_addresses.0.email_address", email);
  }

  private static String email(String jdbcUrl) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select email from users where id = 'user_123'")) {
      return row.next() ? String.valueOf(row.getString(1)) : "nothing";
    }
  }
}
