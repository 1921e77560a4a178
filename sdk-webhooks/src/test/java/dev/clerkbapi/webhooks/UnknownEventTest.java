package dev.clerkbapi.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that Clerk may add. */
class UnknownEventTest {
  private static final String BRAND_NEW =
      """
      {"data":{"id":"new_1","count":9007199254740993,"half":0.5,"none":null,"list":[1,"ä",{}]},\
      "event_attributes":{"http_request":{"client_ip":"203.0.113.7","user_agent":"Mozilla/5.0"}},\
      "instance_id":"ins_1","object":"event","timestamp":1716883200,"type":"brand.new"}""";

  @Test
  void unknownType_keepsEveryByte() {
    WebhookEvent event = decoded(BRAND_NEW);
    assertThat(event).isInstanceOf(WebhookEvent.Unknown.class);
    assertThat(event.toJson()).isEqualTo(BRAND_NEW);
    assertThat(WebhookEvent.fromJson(event.toJson())).isEqualTo(event);
  }

  @Test
  void unknownType_hasTheEnvelopeAndRawData() {
    WebhookEvent event = decoded(BRAND_NEW);
    assertThat(event.type()).isEqualTo("brand.new");
    assertThat(event.timestamp()).isEqualTo(Instant.ofEpochSecond(1716883200));
    assertThat(event.instanceId()).isEqualTo("ins_1");
    assertThat(event.clientIp()).isEqualTo("203.0.113.7");
    assertThat(event.userAgent()).isEqualTo("Mozilla/5.0");
    Map<String, Object> members = ((WebhookEvent.Unknown) event).members();
    assertThat(members.get("data"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("count", 9007199254740993L);
  }

  @Test
  void typeFirst_isTheSame() {
    String first = "{\"type\":\"brand.new\",\"data\":{\"x\":1}}";
    assertThat(decoded(first).toJson()).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"a.b\"}",
        "{\"type\":\"a.b\",\"timestamp\":\"soon\",\"instance_id\":5,\"event_attributes\":[]}",
        "{\"type\":\"a.b\",\"timestamp\":null,\"event_attributes\":{\"http_request\":null}}",
        "{\"type\":\"a.b\",\"timestamp\":true,\"event_attributes\":{\"http_request\":{\"client_ip\":1}}}",
      })
  void oddEnvelope_saysNothing(String json) {
    WebhookEvent event = decoded(json);
    assertThat(event.type()).isEqualTo("a.b");
    assertThat(event.timestamp()).isNull();
    assertThat(event.instanceId()).isNull();
    assertThat(event.clientIp()).isNull();
    assertThat(event.userAgent()).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {1716883200L, 1716883200000L})
  void timestamp_isReadInSecondsAndMilliseconds(long timestamp) {
    for (String type : new String[] {"brand.new", "user.created"}) {
      WebhookEvent event = decoded("{\"timestamp\":" + timestamp + ",\"type\":\"" + type + "\"}");
      assertThat(event.timestamp()).isEqualTo(Instant.ofEpochSecond(1716883200));
    }
  }

  @Test
  void timestampBelow100Billion_isSeconds() {
    assertThat(decoded("{\"timestamp\":99999999999,\"type\":\"user.created\"}").timestamp())
        .isEqualTo(Instant.ofEpochSecond(99_999_999_999L));
    assertThat(decoded("{\"timestamp\":100000000000,\"type\":\"user.created\"}").timestamp())
        .isEqualTo(Instant.ofEpochMilli(100_000_000_000L));
  }

  @Test
  void text_hasNoValues() {
    assertThat(decoded(BRAND_NEW).toString()).doesNotContain("new_1", "203.0.113.7");
  }

  private static WebhookEvent decoded(String json) {
    return EventBody.decode(json.getBytes(StandardCharsets.UTF_8));
  }
}
