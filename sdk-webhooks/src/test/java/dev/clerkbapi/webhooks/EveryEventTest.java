package dev.clerkbapi.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.json.MissingMemberException;
import dev.clerkbapi.json.Model;
import dev.clerkbapi.testing.WebhookSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each event of the description, as Clerk may send it: complete, or with less, more or other. */
class EveryEventTest {
  private static final WebhookSigner CLERK = WebhookSigner.create();

  private static final WebhookVerifier VERIFIER =
      WebhookVerifier.builder().secret(CLERK.secret()).build();

  static Set<String> types() {
    return WebhookSigner.eventTypes();
  }

  @Test
  void events_areThoseOfTheDescriptionAndTheOneThatItLacks() {
    assertThat(types()).hasSize(46).contains("user.created", "subscriptionItem.created");
  }

  @ParameterizedTest
  @MethodSource("types")
  void allMembers_areReadAndWrittenAgain(String type) {
    byte[] body = CLERK.event(type).body();
    WebhookEvent event = decoded(body);
    assertKnown(event, type);
    assertThat(event.timestamp()).isEqualTo(Instant.ofEpochSecond(1716883200));
    assertThat(event.instanceId()).startsWith("ins_");
    assertThat(event.clientIp()).isEqualTo("203.0.113.7");
    assertThat(event.userAgent()).isEqualTo("Mozilla/5.0");
    assertThat(JsonText.map(event.toJson())).isEqualTo(JsonText.map(body));
    assertThat(WebhookEvent.fromJson(event.toJson())).isEqualTo(event);
    Map<String, Object> noAdditional = ((Model) event).additionalMembers();
    assertThat(noAdditional).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void requiredMembersOnly_areAnEvent(String type) throws IOException {
    Map<String, Object> examples =
        JsonText.map(Files.readAllBytes(Path.of("target/required-members.json")));
    String data = (String) object(examples.get("events")).get(type);
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("data", object(examples.get("data")).get(data));
    event.put("type", type);
    WebhookEvent decoded = decoded(JsonText.bytes(event));
    assertKnown(decoded, type);
    assertThat(JsonText.map(decoded.toJson())).isEqualTo(event);
    assertThat(decoded.timestamp()).isNull();
    assertThat(decoded.instanceId()).isNull();
    assertThat(decoded.clientIp()).isNull();
    assertThat(decoded.userAgent()).isNull();
  }

  @ParameterizedTest
  @MethodSource("types")
  void typeAlone_isAnEventWithoutData(String type) throws Exception {
    WebhookEvent event = decoded(JsonText.bytes(Map.of("type", type)));
    assertKnown(event, type);
    assertThatThrownBy(() -> data(event)).isInstanceOf(MissingMemberException.class);
  }

  @ParameterizedTest
  @MethodSource("types")
  void additionalMembersAtEachLevel_areKept(String type) {
    Object more = JsonText.extended(JsonText.map(CLERK.event(type).body()));
    WebhookEvent event = decoded(JsonText.bytes(more));
    assertKnown(event, type);
    assertThat(JsonText.map(event.toJson())).isEqualTo(more);
  }

  @ParameterizedTest
  @MethodSource("types")
  void nullEverywhere_isAnEvent(String type) {
    Map<String, Object> full = JsonText.map(CLERK.event(type).body());
    Object leaves = JsonText.changed("", full, (name, value) -> value.equals(type) ? value : null);
    assertKnown(decoded(JsonText.bytes(leaves)), type);

    Map<String, Object> data = new LinkedHashMap<>();
    object(full.get("data")).keySet().forEach(name -> data.put(name, null));
    Map<String, Object> flat = new LinkedHashMap<>();
    full.keySet().forEach(name -> flat.put(name, null));
    flat.put("type", type);
    assertKnown(decoded(JsonText.bytes(flat)), type);
    flat.put("data", data);
    WebhookEvent event = decoded(JsonText.bytes(flat));
    assertKnown(event, type);
    assertThat(JsonText.map(event.toJson())).isEqualTo(flat);
    assertThat(event.timestamp()).isNull();
    assertThat(event.clientIp()).isNull();
  }

  @ParameterizedTest
  @MethodSource("types")
  void unknownValues_areKept(String type) {
    Object other =
        JsonText.changed(
            "",
            JsonText.map(CLERK.event(type).body()),
            (name, value) -> value instanceof String && !value.equals(type) ? "brand_new" : value);
    WebhookEvent event = decoded(JsonText.bytes(other));
    assertKnown(event, type);
    assertThat(JsonText.map(event.toJson())).isEqualTo(other);
  }

  @ParameterizedTest
  @MethodSource("types")
  void builder_makesTheSameEvent(String type) throws Exception {
    WebhookEvent event = decoded(CLERK.event(type).body());
    Object builder = event.getClass().getMethod("toBuilder").invoke(event);
    assertThat(builder.getClass().getMethod("build").invoke(builder)).isEqualTo(event);
  }

  private static WebhookEvent decoded(byte[] body) {
    return VERIFIER.verify(CLERK.message(body).headers()::get, body).event();
  }

  /** {@code user.created} is a {@code UserCreated}. */
  private static void assertKnown(WebhookEvent event, String type) {
    assertThat(event.type()).isEqualTo(type);
    assertThat(event.getClass().getSimpleName()).isEqualToIgnoringCase(type.replace(".", ""));
  }

  private static Object data(WebhookEvent event) throws Exception {
    try {
      return event.getClass().getMethod("data").invoke(event);
    } catch (java.lang.reflect.InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }
}
