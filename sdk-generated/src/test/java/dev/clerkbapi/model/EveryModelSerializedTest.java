package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonWriter;
import dev.clerkbapi.json.Json;
import dev.clerkbapi.json.OpenEnum;
import dev.clerkbapi.json.Page;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model in a cache or an HTTP session. */
class EveryModelSerializedTest {
  private static final RewrittenDescription DESCRIPTION = new RewrittenDescription();
  private static final Instant RECEIVED = Instant.parse("2026-01-31T11:00:00.123Z");

  /** {@link #user()}, as version 0.1.0 wrote it. */
  private static final String EARLIER =
      "aced00057372001d6465762e636c65726b626170692e6d6f64656c2e4d6f64656c5465787400"
          + "00000000000001020000787200226465762e636c65726b626170692e6a736f6e2e5365726961"
          + "6c697a65644d6f64656c00000000000000010200034c00046a736f6e7400124c6a6176612f6c"
          + "616e672f537472696e673b4c000a726563656976656441747400134c6a6176612f74696d652f"
          + "496e7374616e743b4c00047479706571007e0002787074003f7b226964223a22757365725f31"
          + "222c226c6f636b6564223a747275652c226c6f636b6f75745f657870697265735f696e5f7365"
          + "636f6e6473223a333630307d7372000d6a6176612e74696d652e536572955d84ba1b2248b20c"
          + "00007870770d0200000000697de0b00754d4c07874000455736572";

  static Stream<String> models() {
    return DESCRIPTION.typesOfKind("model").stream();
  }

  static Stream<String> unions() {
    return DESCRIPTION.typesOfKind("union").stream();
  }

  static Stream<String> enums() {
    return DESCRIPTION.typesOfKind("enum").stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyMember_comesBack(String type) throws Exception {
    Map<String, Object> sample = new LinkedHashMap<>(DESCRIPTION.sample(type));
    sample.put("not_known_yet", Map.of("deep", List.of(1L, "two")));
    for (Map<String, Object> members : List.of(sample, Map.<String, Object>of())) {
      Object model = fromJson(type, text(members));
      assertThat(sendAndReceive(model)).isEqualTo(model).hasSameClassAs(model);
    }
  }

  @ParameterizedTest
  @MethodSource("unions")
  void unknownVariant_comesBack(String type) throws Exception {
    Object unknown = fromJson(type, "{\"object\":\"from_the_future\",\"size\":null}");
    assertThat(unknown.getClass().getSimpleName()).isEqualTo("Unknown");
    assertThat(sendAndReceive(unknown)).isEqualTo(unknown).hasSameClassAs(unknown);
  }

  @ParameterizedTest
  @MethodSource("enums")
  void knownConstant_isTheSame(String type) throws Exception {
    Class<?> constants = Class.forName("dev.clerkbapi.model." + type);
    for (Object value : (List<?>) DESCRIPTION.schema(type).get("enum")) {
      Object known = constants.getMethod("of", String.class).invoke(null, value);
      assertThat(sendAndReceive(known)).isSameAs(known);
    }
    Object unknown = constants.getMethod("of", String.class).invoke(null, "from_the_future");
    assertThat(sendAndReceive(unknown)).isEqualTo(unknown).isInstanceOf(OpenEnum.class);
    assertThat(ObjectStreamClass.lookup(constants).getSerialVersionUID()).isEqualTo(1);
  }

  @Test
  void page_comesBackInItsShape() throws Exception {
    for (Page<User> page :
        List.of(Page.of(List.of(user())), Page.of(List.of(user()), 3), Page.<User>of(List.of()))) {
      Page<?> received = (Page<?>) sendAndReceive(page);
      assertThat(received).isEqualTo(page);
      assertThat(received.toJson()).isEqualTo(page.toJson());
    }
  }

  /** What a cache is asked for: when the lock ends, not when the cache was read. */
  @Test
  void endOfALock_staysTheSameInstant() throws Exception {
    User received = (User) sendAndReceive(user());
    assertThat(received.receivedAt()).isEqualTo(RECEIVED);
    assertThat(received.lockout().until()).contains(RECEIVED.plusSeconds(3600));
    UserLockout lockout = (UserLockout) sendAndReceive(user().lockout());
    assertThat(lockout.until()).contains(RECEIVED.plusSeconds(3600));

    User unknown = (User) sendAndReceive(user().toBuilder().receivedAt(null).build());
    assertThat(unknown.receivedAt()).isNull();
    assertThat(
            ((User) ((Page<?>) sendAndReceive(Page.of(List.of(user())))).data().get(0))
                .receivedAt())
        .isEqualTo(RECEIVED);
  }

  @Test
  void streamOfAnEarlierVersion_isRead() throws Exception {
    byte[] stream = HexFormat.of().parseHex(EARLIER);
    assertThat(receive(stream)).isEqualTo(user());
    assertThat(((User) receive(stream)).receivedAt()).isEqualTo(RECEIVED);
  }

  @Test
  void stream_hasTheTextAndNoClassOfAModel() throws Exception {
    assertThat(new String(bytes(user()), StandardCharsets.ISO_8859_1))
        .contains(ModelText.class.getName(), user().toJson())
        .doesNotContain(User.class.getName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.lang.Runtime", "NoSuch", "UserLockout", "", "user"})
  void typeThatIsNoModel_isRefused(String type) throws Exception {
    byte[] forged = bytes(new ModelText(type, "{}", null));
    assertThatThrownBy(() -> receive(forged)).isInstanceOf(InvalidObjectException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{\"id\":5}", "{"})
  void textThatIsNoModel_isRefused(String json) throws Exception {
    byte[] forged = bytes(new ModelText("User", json, null));
    assertThatThrownBy(() -> receive(forged)).isInstanceOf(InvalidObjectException.class);
  }

  @Test
  void missingParts_areRefused() throws Exception {
    for (ModelText text :
        List.of(new ModelText(null, "{}", null), new ModelText("User", null, null))) {
      byte[] forged = bytes(text);
      assertThatThrownBy(() -> receive(forged)).isInstanceOf(InvalidObjectException.class);
    }
  }

  /** A stream that says it contains the model itself, without its members. */
  @ParameterizedTest
  @ValueSource(strings = {"User", "Session"})
  void modelItself_isRefused(String name) throws Exception {
    Class<?> type = Class.forName("dev.clerkbapi.model." + name);
    for (byte[] forged : List.of(forged(type), forgedWithSuper(type))) {
      assertThatThrownBy(() -> receive(forged))
          .isInstanceOf(InvalidObjectException.class)
          .hasMessageContaining("serialized as text");
    }
  }

  @Test
  void unknownVariantItself_isRefused() throws Exception {
    for (String union : DESCRIPTION.typesOfKind("union")) {
      Class<?> type = Class.forName("dev.clerkbapi.model." + union + "$Unknown");
      for (byte[] forged : List.of(forged(type), forgedWithSuper(type))) {
        assertThatThrownBy(() -> receive(forged)).isInstanceOf(InvalidObjectException.class);
      }
    }
  }

  private static byte[] forged(Class<?> type) throws IOException {
    Buffer stream = new Buffer().writeShort(0xACED).writeShort(5);
    object(stream, type).writeByte('p'); // no superclass
    return stream.readByteArray();
  }

  private static byte[] forgedWithSuper(Class<?> type) throws IOException {
    Buffer stream = new Buffer().writeShort(0xACED).writeShort(5);
    object(stream, type);
    descriptor(stream, type.getSuperclass()).writeByte('p');
    return stream.readByteArray();
  }

  private static Buffer object(Buffer stream, Class<?> type) {
    return descriptor(stream.writeByte('s'), type);
  }

  private static Buffer descriptor(Buffer stream, Class<?> type) {
    byte[] name = type.getName().getBytes(StandardCharsets.UTF_8);
    return stream
        .writeByte('r')
        .writeShort(name.length)
        .write(name)
        .writeLong(ObjectStreamClass.lookup(type).getSerialVersionUID())
        .writeByte(2) // SC_SERIALIZABLE
        .writeShort(0) // fields
        .writeByte('x');
  }

  private static User user() {
    return User.fromJson("{\"id\":\"user_1\",\"locked\":true,\"lockout_expires_in_seconds\":3600}")
        .toBuilder()
        .receivedAt(RECEIVED)
        .build();
  }

  private static Object sendAndReceive(Object sent) throws Exception {
    return receive(bytes(sent));
  }

  private static byte[] bytes(Object sent) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sent);
    }
    return bytes.toByteArray();
  }

  private static Object receive(byte[] stream) throws Exception {
    return read(new ObjectInputStream(new ByteArrayInputStream(stream)));
  }

  @SuppressWarnings("BanSerializableRead") // What a test made.
  private static Object read(ObjectInputStream in) throws Exception {
    try (in) {
      return in.readObject();
    }
  }

  private static Object fromJson(String type, String json) throws Exception {
    return Class.forName("dev.clerkbapi.model." + type)
        .getMethod("fromJson", String.class)
        .invoke(null, json);
  }

  private static String text(Map<String, Object> members) throws IOException {
    Buffer json = new Buffer();
    Json.write(JsonWriter.of(json), members);
    return json.readUtf8();
  }
}
