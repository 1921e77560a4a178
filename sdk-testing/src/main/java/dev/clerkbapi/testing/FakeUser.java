package dev.clerkbapi.testing;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The initial state of a user of {@link FakeBapi}. Immutable. */
public final class FakeUser {
  private final Builder values;

  private FakeUser(Builder values) {
    this.values = values;
  }

  /**
   * Returns a builder of a user with the e-mail address {@code USER_ID@example.com}, neither locked
   * nor banned.
   *
   * @param id for example {@code user_123}
   */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /** Returns the ID, for example {@code user_123}. */
  public String id() {
    return values.id;
  }

  String emailAddress() {
    return values.emailAddress;
  }

  @Nullable String firstName() {
    return values.firstName;
  }

  @Nullable String lastName() {
    return values.lastName;
  }

  boolean locked() {
    return values.locked;
  }

  boolean banned() {
    return values.banned;
  }

  @Nullable Instant createdAt() {
    return values.createdAt;
  }

  Map<String, Object> privateMetadata() {
    return values.privateMetadata;
  }

  Map<String, @Nullable Object> members() {
    return values.members;
  }

  /** Builds a {@link FakeUser}. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private String emailAddress;
    private @Nullable String firstName = "Ada";
    private @Nullable String lastName = "Lovelace";
    private boolean locked;
    private boolean banned;
    private @Nullable Instant createdAt;
    private Map<String, Object> privateMetadata = Map.of();
    private Map<String, @Nullable Object> members = new LinkedHashMap<>();

    private Builder(String id) {
      if (id.isBlank()) {
        throw new IllegalArgumentException("a user has an ID, for example user_123");
      }
      this.id = id;
      this.emailAddress = id + "@example.com";
    }

    private Builder(Builder from) {
      this.id = from.id;
      this.emailAddress = from.emailAddress;
      this.firstName = from.firstName;
      this.lastName = from.lastName;
      this.locked = from.locked;
      this.banned = from.banned;
      this.createdAt = from.createdAt;
      this.privateMetadata = Collections.unmodifiableMap(new LinkedHashMap<>(from.privateMetadata));
      this.members = Collections.unmodifiableMap(new LinkedHashMap<>(from.members));
    }

    /** Sets the primary e-mail address, which is verified. */
    public Builder emailAddress(String emailAddress) {
      this.emailAddress = Objects.requireNonNull(emailAddress, "emailAddress");
      return this;
    }

    /** Sets the first name; {@code Ada} by default. */
    public Builder firstName(@Nullable String firstName) {
      this.firstName = firstName;
      return this;
    }

    /** Sets the last name; {@code Lovelace} by default. */
    public Builder lastName(@Nullable String lastName) {
      this.lastName = lastName;
      return this;
    }

    /** Sets whether the user is locked when added; not by default. */
    public Builder locked(boolean locked) {
      this.locked = locked;
      return this;
    }

    /** Sets whether the user is banned when added; not by default. */
    public Builder banned(boolean banned) {
      this.banned = banned;
      return this;
    }

    /** Sets when the user signed up; by default, the time at which they are added. */
    public Builder createdAt(Instant createdAt) {
      this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
      return this;
    }

    /** Sets the metadata that only backends see; empty by default. Values are those of JSON. */
    public Builder privateMetadata(Map<String, Object> privateMetadata) {
      this.privateMetadata = Objects.requireNonNull(privateMetadata, "privateMetadata");
      return this;
    }

    /**
     * Sets a member of the user as it is sent in every response, whatever the fake holds: also one
     * of a wrong type, for a response that cannot be decoded, or {@code locked} as false, for a
     * lock without effect. It does not change what {@link FakeBapi#isLocked} says.
     *
     * @param name such as {@code created_at}
     * @param value a JSON value, such as {@code "yesterday"}
     */
    public Builder member(String name, @Nullable Object value) {
      members.put(Objects.requireNonNull(name, "name"), value);
      return this;
    }

    /** Returns the user. */
    public FakeUser build() {
      return new FakeUser(new Builder(this));
    }
  }
}
