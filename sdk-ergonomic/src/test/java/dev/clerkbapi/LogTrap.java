package dev.clerkbapi;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Catches what is logged through the JDK. */
final class LogTrap extends Handler implements AutoCloseable {
  private static final String SDK = "dev.clerkbapi.http";

  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  /** Catches all, at any level. */
  LogTrap() {
    this(Level.ALL);
  }

  LogTrap(Level level) {
    setLevel(level);
    root.setLevel(level);
    root.addHandler(this);
  }

  List<String> lines() {
    return records.stream().map(line -> line.getMessage() + " " + line.getThrown()).toList();
  }

  /** The messages of this SDK, without those of what it stands on. */
  List<String> ofTheSdk() {
    return records.stream()
        .filter(line -> line.getLoggerName().equals(SDK))
        .map(LogRecord::getMessage)
        .toList();
  }

  @Override
  public void publish(LogRecord line) {
    records.add(line);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    root.setLevel(before);
  }
}
