package dev.clerkbapi.cli;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;

/** Numbers, times and errors as text for people. */
final class Texts {
  private Texts() {}

  /** Such as {@code 4 min 11 s}. */
  static String time(Duration time) {
    long seconds = time.plusMillis(500).toSeconds();
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  /** Such as {@code 1 user} or {@code 20000 users}. */
  static String users(long count) {
    return count + (count == 1 ? " user" : " users");
  }

  /**
   * Returns one line without characters that a terminal acts on. Control characters, and those that
   * change the direction of text or are invisible, become such as {@code \}{@code u001b}, as JSON
   * writes them; a line break becomes a blank.
   */
  static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    for (char each : text.replaceAll("\\s*\\R\\s*", " ").toCharArray()) {
      if (Character.isISOControl(each) || Character.getType(each) == Character.FORMAT) {
        visible.append(String.format("\\u%04x", (int) each));
      } else {
        visible.append(each);
      }
    }
    return visible.toString();
  }

  /** Returns why a file could not be read or written, without the file's name where possible. */
  static String reason(Exception e) {
    if (e instanceof CharacterCodingException) {
      return "it is not UTF-8";
    } else if (e instanceof NoSuchFileException) {
      return "no such file";
    } else if (e instanceof AccessDeniedException) {
      return "permission denied";
    } else if (e instanceof FileSystemException failed && failed.getReason() != null) {
      return failed.getReason();
    }
    Throwable cause = e.getCause();
    return e.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
  }
}
