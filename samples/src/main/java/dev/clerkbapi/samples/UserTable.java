package dev.clerkbapi.samples;

import dev.clerkbapi.model.EmailAddress;
import dev.clerkbapi.model.User;
import dev.clerkbapi.webhooks.UserCreated;
import dev.clerkbapi.webhooks.UserDeleted;
import dev.clerkbapi.webhooks.UserUpdated;
import dev.clerkbapi.webhooks.WebhookDelivery;
import dev.clerkbapi.webhooks.WebhookEvent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * How do I keep a table of my users up to date, though webhooks come twice and out of order?
 *
 * <p>Twice: the ID of the delivery is written in the same transaction as the user, so that both
 * happen or neither. Out of order: an event that is older than what the table has changes nothing,
 * and a deleted user stays as a row, so that a late update does not bring it back. Thread-safe.
 */
public final class UserTable {
  private static final String TABLES =
      """
      create table if not exists webhook_inbox (
        id text primary key, received_at timestamptz not null default now());
      create table if not exists users (
        id text primary key, email text, updated_at bigint, deleted boolean not null);
      """;

  private static final String UPSERT =
      """
      insert into users (id, email, updated_at, deleted) values (?, ?, ?, false)
      on conflict (id) do update set email = excluded.email, updated_at = excluded.updated_at
      where not users.deleted and users.updated_at <= excluded.updated_at
      """;

  private static final String DELETE =
      """
      insert into users (id, deleted) values (?, true)
      on conflict (id) do update set email = null, deleted = true
      """;

  private final String jdbcUrl;

  /**
   * Creates the tables, unless they exist.
   *
   * @param jdbcUrl such as {@code jdbc:postgresql://127.0.0.1:5432/app?user=app}
   */
  public UserTable(String jdbcUrl) throws SQLException {
    this.jdbcUrl = jdbcUrl;
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
    }
  }

  /**
   * Processes a delivery once.
   *
   * @return whether it is new; false for one that was processed before
   * @throws SQLException if nothing was written; respond with 500, so that Clerk sends it again
   */
  public boolean process(WebhookDelivery delivery) throws SQLException {
    try (Connection transaction = DriverManager.getConnection(jdbcUrl)) {
      transaction.setAutoCommit(false);
      // Of two at the same time, the second one waits here until the first has committed.
      if (!new JdbcInbox(transaction).remember(delivery.id())) {
        transaction.rollback();
        return false;
      }
      apply(delivery.event(), transaction);
      transaction.commit();
      return true; // Closing the connection rolls back what was not committed.
    }
  }

  private static void apply(WebhookEvent event, Connection transaction) throws SQLException {
    if (event instanceof UserCreated created) {
      upsert(created.data(), transaction);
    } else if (event instanceof UserUpdated updated) {
      upsert(updated.data(), transaction);
    } else if (event instanceof UserDeleted deleted) {
      delete(deleted.data().id(), transaction);
    }
  }

  private static void upsert(User user, Connection transaction) throws SQLException {
    try (PreparedStatement statement = transaction.prepareStatement(UPSERT)) {
      statement.setString(1, user.id());
      statement.setString(
          2, user.primaryEmailAddress().map(EmailAddress::emailAddress).orElse(null));
      statement.setLong(3, user.updatedAt().toEpochMilli());
      statement.executeUpdate();
    }
  }

  private static void delete(@Nullable String id, Connection transaction) throws SQLException {
    try (PreparedStatement statement = transaction.prepareStatement(DELETE)) {
      statement.setString(1, id);
      statement.executeUpdate();
    }
  }

  /** Shows it; takes the JDBC URL of a PostgreSQL database. */
  public static void main(String[] args) {
    System.exit(UserTableDemo.run(args, Terminal.ofSystem()));
  }
}
