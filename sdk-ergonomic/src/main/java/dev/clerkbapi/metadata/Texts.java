package dev.clerkbapi.metadata;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The types of the JDK that are text in JSON: what {@code toString} writes, and how it is read. */
final class Texts {
  static final Map<Class<?>, Function<String, Object>> PARSERS =
      Map.of(
          Instant.class, text -> OffsetDateTime.parse(text).toInstant(),
          OffsetDateTime.class, OffsetDateTime::parse,
          LocalDate.class, LocalDate::parse,
          Duration.class, Duration::parse,
          UUID.class, UUID::fromString,
          URI.class, URI::create);

  private Texts() {}
}
