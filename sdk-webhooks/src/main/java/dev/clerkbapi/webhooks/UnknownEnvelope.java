package dev.clerkbapi.webhooks;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.clerkbapi.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The envelope of an event that this SDK does not know, from its raw members. */
record UnknownEnvelope(Map<String, @Nullable Object> members) {

  /** Read as any other event's; what is no number says nothing. */
  @Nullable Instant timestamp() {
    if (!(members.get("timestamp") instanceof Number number)) {
      return null;
    }
    try {
      return Json.instant(JsonReader.of(new Buffer().writeUtf8(number.toString())));
    } catch (IOException | JsonDataException e) {
      return null;
    }
  }

  @Nullable String instanceId() {
    return text(members, "instance_id");
  }

  @Nullable WebhookEventAttributes eventAttributes() {
    if (!(members.get("event_attributes") instanceof Map<?, ?> attributes)) {
      return null;
    }
    WebhookEventAttributes.Builder result = WebhookEventAttributes.builder();
    if (attributes.get("http_request") instanceof Map<?, ?> request) {
      WebhookHttpRequest.Builder known = WebhookHttpRequest.builder();
      String clientIp = text(request, "client_ip");
      if (clientIp != null) {
        known.clientIp(clientIp);
      }
      String userAgent = text(request, "user_agent");
      if (userAgent != null) {
        known.userAgent(userAgent);
      }
      result.httpRequest(known.build());
    }
    return result.build();
  }

  static @Nullable WebhookHttpRequest requestOf(@Nullable WebhookEventAttributes attributes) {
    return attributes == null ? null : attributes.httpRequest();
  }

  private static @Nullable String text(Map<?, ?> members, String name) {
    return members.get(name) instanceof String text ? text : null;
  }
}
