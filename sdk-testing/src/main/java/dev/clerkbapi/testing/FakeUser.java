package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.json.Json;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The initial state of a user of {@link FakeBapi}. Immutable. */
public final class FakeUser {
  private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

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

  /**
   * Returns the user as BAPI's JSON, complete, for a test without a server: {@code
   * User.fromJson(FakeUser.builder("user_123").build().toJson())}. A locked one is locked without
   * end. Times that were not set are the beginning of 2026.
   */
  public String toJson() {
    StoredUser stored = new StoredUser(this, 1, CREATED);
    if (values.locked) {
      stored.lock(null, CREATED);
    }
    return Json.write(UserJson.of(stored, CREATED, true));
  }

  Builder toBuilder() {
    return new Builder(values);
  }

  @Nullable String emailAddress() {
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

  /** Returns first and last name as people write them; empty without either. */
  String name() {
    return Stream.of(values.firstName, values.lastName)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  /** Returns what {@code query} looks at. */
  Stream<String> searchable() {
    return Stream.of(
            values.emailAddress,
            values.phoneNumber,
            values.username,
            values.web3Wallet,
            values.id,
            name())
        .flatMap(Stream::ofNullable);
  }

  @Nullable String phoneNumber() {
    return values.phoneNumber;
  }

  @Nullable String username() {
    return values.username;
  }

  @Nullable String web3Wallet() {
    return values.web3Wallet;
  }

  @Nullable String externalId() {
    return values.externalId;
  }

  @Nullable Instant createdAt() {
    return values.createdAt;
  }

  @Nullable Instant lastActiveAt() {
    return values.lastActiveAt;
  }

  @Nullable Instant lastSignInAt() {
    return values.lastSignInAt;
  }

  Map<String, Object> publicMetadata() {
    return values.publicMetadata;
  }

  Map<String, Object> unsafeMetadata() {
    return values.unsafeMetadata;
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
    private @Nullable String emailAddress;
    private @Nullable String firstName = "Ada";
    private @Nullable String lastName = "Lovelace";
    private boolean locked;
    private boolean banned;
    private @Nullable String phoneNumber;
    private @Nullable String username;
    private @Nullable String web3Wallet;
    private @Nullable String externalId;
    private @Nullable Instant createdAt;
    private @Nullable Instant lastActiveAt;
    private @Nullable Instant lastSignInAt;
    private Map<String, Object> publicMetadata = Map.of();
    private Map<String, Object> privateMetadata = Map.of();
    private Map<String, Object> unsafeMetadata = Map.of();
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
      this.phoneNumber = from.phoneNumber;
      this.username = from.username;
      this.web3Wallet = from.web3Wallet;
      this.externalId = from.externalId;
      this.createdAt = from.createdAt;
      this.lastActiveAt = from.lastActiveAt;
      this.lastSignInAt = from.lastSignInAt;
      this.publicMetadata = copy(from.publicMetadata);
      this.privateMetadata = copy(from.privateMetadata);
      this.unsafeMetadata = copy(from.unsafeMetadata);
      this.members = new LinkedHashMap<>(from.members);
    }

    private static Map<String, Object> copy(Map<String, Object> metadata) {
      // Not Map.copyOf: metadata can hold nulls.
      return metadata.isEmpty()
          ? Map.of()
          : Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** Sets the primary e-mail address, which is verified; null for none. */
    public Builder emailAddress(@Nullable String emailAddress) {
      this.emailAddress = emailAddress;
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

    /**
     * Sets the primary phone number, which is verified; none by default.
     *
     * @param phoneNumber for example {@code +15555550100}
     */
    public Builder phoneNumber(@Nullable String phoneNumber) {
      this.phoneNumber = phoneNumber;
      return this;
    }

    /**
     * Sets the username; none by default.
     *
     * @param username for example {@code ada}
     */
    public Builder username(@Nullable String username) {
      this.username = username;
      return this;
    }

    /**
     * Sets the primary Web3 wallet, which is verified; none by default.
     *
     * @param address for example {@code 0x52908400098527886E0F7030069857D2E4169EE7}
     */
    public Builder web3Wallet(@Nullable String address) {
      this.web3Wallet = address;
      return this;
    }

    /**
     * Sets the ID by which your own system knows the user; none by default.
     *
     * @param externalId for example {@code customer-5}
     */
    public Builder externalId(@Nullable String externalId) {
      this.externalId = externalId;
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

    /** Sets when the user last did something; never by default. */
    public Builder lastActiveAt(@Nullable Instant lastActiveAt) {
      this.lastActiveAt = lastActiveAt;
      return this;
    }

    /** Sets when the user last signed in; never by default. */
    public Builder lastSignInAt(@Nullable Instant lastSignInAt) {
      this.lastSignInAt = lastSignInAt;
      return this;
    }

    /** Sets the metadata that everybody can read; empty by default. Values are those of JSON. */
    public Builder publicMetadata(Map<String, Object> publicMetadata) {
      this.publicMetadata = Objects.requireNonNull(publicMetadata, "publicMetadata");
      return this;
    }

    /** Sets the metadata that the user can change; empty by default. Values are those of JSON. */
    public Builder unsafeMetadata(Map<String, Object> unsafeMetadata) {
      this.unsafeMetadata = Objects.requireNonNull(unsafeMetadata, "unsafeMetadata");
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

    /**
     * Returns metadata of one kind.
     *
     * @param kind such as {@code public_metadata}
     */
    Map<String, ?> metadata(String kind) {
      return switch (kind) {
        case "public_metadata" -> publicMetadata;
        case "private_metadata" -> privateMetadata;
        default -> unsafeMetadata;
      };
    }

    @SuppressWarnings("unchecked") // Metadata can hold nulls, which its older setter does not say.
    void metadata(String kind, Map<String, @Nullable Object> metadata) {
      Map<String, Object> values = (Map<String, Object>) (Map<String, ?>) metadata;
      switch (kind) {
        case "public_metadata" -> publicMetadata = values;
        case "private_metadata" -> privateMetadata = values;
        default -> unsafeMetadata = values;
      }
    }

    /** Returns the user. */
    public FakeUser build() {
      return new FakeUser(new Builder(this));
    }
  }
}
