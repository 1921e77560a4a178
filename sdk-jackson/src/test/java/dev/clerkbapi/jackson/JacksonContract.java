package dev.clerkbapi.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.squareup.moshi.Types;
import dev.clerkbapi.json.Model;
import dev.clerkbapi.json.Page;
import dev.clerkbapi.model.EmailAddress;
import dev.clerkbapi.model.User;
import dev.clerkbapi.testing.WebhookSigner;
import dev.clerkbapi.webhooks.WebhookEvent;
import dev.clerkbapi.webhooks.WebhookReason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds with either Jackson, for each type of the SDK. */
abstract class JacksonContract {
  private static final User USER = User.builder().id("user_1").locked(true).firstName(null).build();

  /** With nothing but the module. */
  abstract Mapper plain();

  /** With settings for an application's own objects, none of which BAPI's JSON must follow. */
  abstract Mapper opinionated();

  /** With the name of the class in each value, as a cache has it. */
  abstract Mapper typed();

  abstract String indented(Object value);

  /** The type of the exceptions for a JSON that does not fit. */
  abstract Class<? extends Throwable> mismatch();

  static List<Class<?>> models() {
    return Samples.models();
  }

  static List<Class<?>> unions() {
    return Samples.unions();
  }

  static List<Class<?>> enums() {
    return Samples.enums();
  }

  static Stream<String> events() {
    return WebhookSigner.eventTypes().stream();
  }

  @Test
  void samples_areAllTypes() {
    assertThat(models()).hasSizeGreaterThan(350).contains(User.class);
    assertThat(unions()).hasSizeGreaterThan(6).contains(WebhookEvent.class);
    assertThat(enums()).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyModel_isWrittenAsBapiWritesItAndReadBack(Class<?> type) {
    Model sample = Samples.of(type);
    for (Mapper mapper : List.of(plain(), opinionated())) {
      assertThat(mapper.write(sample)).isEqualTo(sample.toJson());
      assertThat(mapper.read(sample.toJson(), type)).isEqualTo(sample);
    }
    assertThat(plain().tree(sample)).isEqualTo(sample.toJson());
    assertThat(plain().readTree(sample.toJson(), type)).isEqualTo(sample);
    assertThat(plain().read(indented(sample), type)).isEqualTo(sample);
    assertThat(throughCache(sample)).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyModel_keepsNullApartFromAbsent(Class<?> type) {
    assertThat(plain().write(Samples.fromJson(type, "{}"))).isEqualTo("{}");
    Map<String, Object> members = JsonTexts.members(Samples.of(type).toJson());
    members.replaceAll((name, value) -> null);
    String nulls = JsonTexts.text(members);
    Object read = plain().read(nulls, type);
    assertThat(read).isEqualTo(Samples.fromJson(type, nulls));
    assertThat(opinionated().write(read)).isEqualTo(nulls);
    assertThat(plain().read("null", type)).isNull();
  }

  @ParameterizedTest
  @MethodSource("unions")
  void everyVariantOfAUnion_isRead(Class<?> union) throws Exception {
    List<Class<?>> variants = Samples.variants(union);
    assertThat(variants).isNotEmpty();
    int same = 0;
    for (Class<?> variant : variants) {
      String json = Samples.of(variant).toJson();
      Object expected = Samples.fromJson(union, json);
      assertThat(plain().read(json, union)).isEqualTo(expected).hasSameClassAs(expected);
      same += expected.getClass() == variant ? 1 : 0;
    }
    assertThat(union == WebhookEvent.class ? 1 : same).isPositive();
  }

  @ParameterizedTest
  @MethodSource("unions")
  void unknownVariant_isKept(Class<?> union) {
    String json =
        "{\"object\":\"from_the_future\",\"type\":\"user.frozen\",\"secret\":\"s\",\"size\":null}";
    Object unknown = plain().read(json, union);
    assertThat(unknown.getClass().getSimpleName()).isEqualTo("Unknown");
    assertThat(opinionated().write(unknown)).isEqualTo(json);
    assertThat(plain().read(json, unknown.getClass())).isEqualTo(unknown);
    assertThat(throughCache(unknown)).isEqualTo(unknown);
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyEvent_isWrittenAndReadBack(String type) {
    String json = new String(WebhookSigner.create().event(type).body(), StandardCharsets.UTF_8);
    WebhookEvent event = WebhookEvent.fromJson(json);
    assertThat(opinionated().write(event)).isEqualTo(event.toJson());
    WebhookEvent read = plain().read(json, WebhookEvent.class);
    assertThat(read).isEqualTo(event).hasSameClassAs(event);
    assertThat(read.getClass().getSimpleName()).isNotEqualTo("Unknown");
  }

  @ParameterizedTest
  @MethodSource("enums")
  void everyEnum_isItsValue(Class<?> type) {
    Object unknown = Samples.constant(type, "from_the_future");
    assertThat(plain().write(unknown)).isEqualTo("\"from_the_future\"");
    assertThat(plain().read("\"from_the_future\"", type)).isEqualTo(unknown);
    Map<?, ?> map = Map.of(unknown, 1);
    String json = plain().write(map);
    assertThat(json).isEqualTo("{\"from_the_future\":1}");
    Object read =
        plain().read(json, Types.newParameterizedType(Map.class, type, Integer.class), Map.class);
    assertThat(read).isEqualTo(map);
    assertThat(throughCache(unknown)).isEqualTo(unknown);
    assertThat(catchThrowable(() -> plain().read("5", type))).isInstanceOf(mismatch());
  }

  /** In a list, because the class of a value alone is known. */
  private Object throughCache(Object value) {
    String json = typed().write(new ArrayList<>(List.of(value)));
    assertThat(json).contains(value.getClass().getName());
    return ((List<?>) typed().read(json, Object.class)).get(0);
  }

  @Test
  void knownConstant_isTheSame() {
    assertThat(plain().read("\"too-old\"", WebhookReason.class)).isSameAs(WebhookReason.TOO_OLD);
  }

  @Test
  void objectOfAnApplication_hasBapisJsonInside() {
    WebhookEvent event =
        WebhookEvent.fromJson(
            new String(
                WebhookSigner.create().event("user.created").body(), StandardCharsets.UTF_8));
    Holder holder =
        new Holder(
            USER,
            List.of(USER, USER),
            Map.of("a", USER),
            Optional.of(USER),
            Page.of(List.of(USER), 3),
            event,
            "x");
    String user = USER.toJson();
    assertThat(plain().write(holder))
        .isEqualTo(
            ("{'firstUser':%1$s,'otherUsers':[%1$s,%1$s],'byName':{'a':%1$s},'perhaps':%1$s,"
                    + "'onePage':{'data':[%1$s],'total_count':3},'lastEvent':%2$s,'anything':'x'}")
                .replace('\'', '"')
                .formatted(user, event.toJson()));
    String named = opinionated().write(holder);
    assertThat(named).contains("\"first_user\":" + user, "\"first_name\":null");
    assertThat(opinionated().read(named, Holder.class)).isEqualTo(holder);
    assertThat(plain().read(plain().write(holder), Holder.class)).isEqualTo(holder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"id\":\"user_1\"}]",
        "[]",
        "{\"data\":[{\"id\":\"user_1\"}],\"total_count\":120}",
        "{\"data\":[{\"id\":\"user_1\"}],\"total_count\":120,\"next\":null}"
      })
  void page_keepsItsShape(String json) {
    Page<?> page =
        plain().read(json, Types.newParameterizedType(Page.class, User.class), Page.class);
    assertThat(page.data()).allMatch(User.class::isInstance);
    assertThat(plain().write(page)).isEqualTo(json);
    assertThat(plain().tree(page)).isEqualTo(json);
  }

  @Test
  void pageOfUnknownElements_isRefused() {
    for (java.lang.reflect.Type element : List.of(Object.class, Holder.class)) {
      Throwable refusal =
          catchThrowable(
              () ->
                  plain().read("[]", Types.newParameterizedType(Page.class, element), Page.class));
      assertThat(refusal).hasMessageContaining("TypeReference<Page<User>>");
    }
    assertThat(catchThrowable(() -> plain().read("[]", Page.class)))
        .hasMessageContaining("TypeReference<Page<User>>");
  }

  @Test
  void numbers_areExact() {
    User user =
        User.builder()
            .id("user_1")
            .additionalMember("long", Long.MIN_VALUE)
            .additionalMember("whole", new BigInteger("123456789012345678901234567890"))
            .additionalMember("large", new BigDecimal("1.5E+400"))
            .additionalMember("digits", new BigDecimal("0.12345678901234567890123"))
            .additionalMember("small", 1e-300)
            .additionalMember("double", 1e22)
            .build();
    assertThat(plain().write(user)).isEqualTo(user.toJson());
    User read = User.fromJson(user.toJson());
    assertThat(plain().read(user.toJson(), User.class)).isEqualTo(read);
    String withinDouble = user.toBuilder().additionalMember("large", 1).build().toJson();
    assertThat(plain().readTree(withinDouble, User.class).additionalMembers())
        .containsEntry("long", Long.MIN_VALUE)
        .containsEntry("whole", new BigInteger("123456789012345678901234567890"));
    String wholeInOtherForms = "{\"lockout_expires_in_seconds\":3.6e3,\"created_at\":1.0}";
    assertThat(plain().read(wholeInOtherForms, User.class))
        .isEqualTo(User.fromJson(wholeInOtherForms));
  }

  @Test
  void wrongType_isJacksonsExceptionWithThePath() {
    Throwable e =
        catchThrowable(
            () ->
                plain()
                    .read(
                        "{\"otherUsers\":[{},{\"email_addresses\":[{},{\"id\":5}]}]}",
                        Holder.class));
    assertThat(e).isInstanceOf(mismatch()).hasMessageContaining("Expected STRING but was NUMBER");
    assertThat(plain().path(e)).isEqualTo(List.of("otherUsers", 1, "email_addresses", 1, "id"));
    for (String json : List.of("5", "\"x\"", "[]", "true")) {
      assertThat(catchThrowable(() -> plain().read(json, User.class)))
          .as(json)
          .isInstanceOf(mismatch());
    }
  }

  @Test
  void malformedJson_isJacksonsException() {
    for (String json : List.of("{\"id\":", "{\"id\":tru}", "{\"id\" \"x\"}", "")) {
      assertThat(catchThrowable(() -> plain().read(json, User.class)))
          .as(json)
          .isNotNull()
          .extracting(e -> e.getClass().getName())
          .asString()
          .contains("jackson");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {260, 450})
  void nestedTooDeep_isJacksonsException(int levels) {
    String json = "{\"x\":" + "[".repeat(levels) + "]".repeat(levels) + "}";
    assertThat(catchThrowable(() -> plain().read(json, User.class))).isInstanceOf(mismatch());
  }

  @Test
  void nestedDeep_isKept() {
    String json = "{\"x\":" + "[".repeat(250) + "]".repeat(250) + "}";
    User user = plain().read(json, User.class);
    assertThat(plain().write(user)).isEqualTo(json);
  }

  @Test
  void halfOfASurrogatePair_isReadAsTheDecoderDoes() {
    String json = "{\"id\":\"\\ud83d\",\"x\":{\"\\ud83d\":1}}";
    assertThat(plain().read(json, User.class)).isEqualTo(User.fromJson(json));
  }

  @Test
  void secrets_areInClear() {
    User user = User.builder().id("user_1").privateMetadata(Map.of("a", "s3cr3t")).build();
    assertThat(plain().write(user)).contains("s3cr3t");
  }

  @Test
  void typesOfOthers_areLeftAlone() {
    assertThat(plain().write(Map.of("a", List.of(1)))).isEqualTo("{\"a\":[1]}");
    assertThat(SdkType.isWritten(String.class)).isFalse();
    assertThat(SdkType.isRead(String.class)).isFalse();
    assertThat(SdkType.isRead(Model.class)).isFalse();
    assertThat(EmailAddress.class).matches(SdkType::isRead);
  }
}
