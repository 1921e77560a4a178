package dev.clerkbapi.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.testing.SignedWebhook;
import dev.clerkbapi.testing.WebhookSigner;
import dev.clerkbapi.webhooks.WebhookDelivery;
import dev.clerkbapi.webhooks.WebhookVerifier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What is in the table after webhooks that come twice, at the same time or out of order. */
@EnabledIf(value = "postgresIsInstalled", disabledReason = "no PostgreSQL that can be started")
class UserTableTest {
  private static final WebhookSigner CLERK = WebhookSigner.create();
  private static final WebhookVerifier VERIFIER =
      WebhookVerifier.builder().secret(CLERK.secret()).build();

  private static PostgresServer postgres;
  private UserTable table;

  /** Says it on the console too, where Surefire tells how many were skipped, but not why. */
  static boolean postgresIsInstalled() {
    if (PostgresServer.isInstalled()) {
      return true;
    }
    System.out.println("Skipping UserTableTest: no PostgreSQL that can be started");
    return false;
  }

  @BeforeAll
  static void start() throws Exception {
    postgres = new PostgresServer();
  }

  @AfterAll
  static void stop() throws Exception {
    if (postgres != null) {
      postgres.stop();
    }
  }

  @BeforeEach
  void makeTables() throws SQLException {
    execute("drop table if exists users, webhook_inbox");
    table = new UserTable(postgres.jdbcUrl());
  }

  @Test
  void repeatedDelivery_isProcessedOnce() throws SQLException {
    WebhookDelivery created = delivery("user.created", 1, "a@example.com");
    assertThat(table.process(created)).isTrue();
    assertThat(table.process(created)).isFalse();
    assertThat(email()).isEqualTo("a@example.com");
  }

  @Test
  void olderEvent_changesNothing() throws SQLException {
    table.process(delivery("user.updated", 2, "new@example.com"));
    assertThat(table.process(delivery("user.created", 1, "old@example.com"))).isTrue();
    assertThat(email()).isEqualTo("new@example.com");
    table.process(delivery("user.updated", 3, "newest@example.com"));
    assertThat(email()).isEqualTo("newest@example.com");
  }

  @Test
  void lateUpdate_doesNotBringADeletedUserBack() throws SQLException {
    table.process(delivery("user.created", 1, "a@example.com"));
    table.process(delivery("user.deleted", 0, ""));
    table.process(delivery("user.updated", 2, "b@example.com"));
    assertThat(email()).isNull();
    assertThat(query("select deleted from users where id = 'user_1'")).isEqualTo("t");
  }

  @Test
  void deletionBeforeCreation_isADeletion() throws SQLException {
    table.process(delivery("user.deleted", 0, ""));
    table.process(delivery("user.created", 1, "a@example.com"));
    assertThat(query("select deleted from users where id = 'user_1'")).isEqualTo("t");
  }

  @Test
  void sameDeliveryManyTimesAtOnce_isProcessedOnce() {
    WebhookDelivery created = delivery("user.created", 1, "a@example.com");
    AtomicInteger processed = new AtomicInteger();
    IntStream.range(0, 16)
        .parallel()
        .forEach(
            i -> {
              try {
                processed.addAndGet(table.process(created) ? 1 : 0);
              } catch (SQLException e) {
                throw new AssertionError(e);
              }
            });
    assertThat(processed).hasValue(1);
  }

  @Test
  void failedWrite_isNotRemembered() throws SQLException {
    execute("alter table users add constraint no_email check (email is null)");
    WebhookDelivery created = delivery("user.created", 1, "a@example.com");
    assertThatThrownBy(() -> table.process(created)).isInstanceOf(SQLException.class);
    execute("alter table users drop constraint no_email");
    assertThat(table.process(created)).isTrue();
    assertThat(email()).isEqualTo("a@example.com");
  }

  @Test
  void inbox_knowsWhatWasCommitted() throws SQLException {
    WebhookDelivery created = delivery("user.created", 1, "a@example.com");
    try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl())) {
      JdbcInbox inbox = new JdbcInbox(connection);
      assertThat(inbox.seen(created.id())).isFalse();
      table.process(created);
      assertThat(inbox.seen(created.id())).isTrue();
    }
  }

  @Test
  void demo_showsThatTheNewestWins() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    String[] url = {postgres.jdbcUrl()};
    assertThat(UserTableDemo.run(url, new Terminal(print, print))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "processed; the table has new@example.com",
            "processed; the table has new@example.com",
            "known: skipped; the table has new@example.com");
  }

  private static WebhookDelivery delivery(String type, long time, String email) {
    SignedWebhook webhook = CLERK.event(type).with("data.id", "user_1");
    if (time > 0) {
      webhook =
          webhook
              .with("data.updated_at", time * 1_000_000_000_000L)
              .with("data.email_addresses.0.email_address", email);
    }
    return VERIFIER.verify(webhook.headers()::get, webhook.body());
  }

  private static String email() throws SQLException {
    return query("select email from users where id = 'user_1'");
  }

  private static String query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
