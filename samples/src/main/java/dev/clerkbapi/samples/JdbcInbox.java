package dev.clerkbapi.samples;

import dev.clerkbapi.webhooks.WebhookInbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** An inbox in the transaction of a connection: what it remembers counts once that commits. */
record JdbcInbox(Connection transaction) implements WebhookInbox {
  private static final String SEEN = "select 1 from webhook_inbox where id = ?";
  private static final String REMEMBER =
      "insert into webhook_inbox (id) values (?) on conflict do nothing";

  @Override
  public boolean seen(String id) {
    try (PreparedStatement statement = transaction.prepareStatement(SEEN)) {
      statement.setString(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the inbox cannot be read", e);
    }
  }

  @Override
  public boolean remember(String id) {
    try (PreparedStatement statement = transaction.prepareStatement(REMEMBER)) {
      statement.setString(1, id);
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("the inbox cannot be written", e);
    }
  }
}
