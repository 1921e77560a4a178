package dev.clerkbapi.webhooks;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.clerkbapi.json.ModelAdapter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import okio.Buffer;

/** Decodes the body of a genuine delivery. */
final class EventBody {
  private static final JsonAdapter<WebhookEvent> EVENTS =
      WebhookEvent.Unknown.adapter(ModelAdapter.noClock());
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int CHUNK = 256;

  private EventBody() {}

  static WebhookEvent decode(byte[] body) {
    if (!isUtf8(body)) {
      throw refusal("the body is not UTF-8");
    }
    int start = startsWithByteOrderMark(body) ? BYTE_ORDER_MARK.length : 0;
    JsonReader reader = JsonReader.of(new Buffer().write(body, start, body.length - start));
    try {
      WebhookEvent event = EVENTS.fromJson(reader);
      if (event == null || reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw refusal("the body is not one JSON object");
      }
      return event;
    } catch (JsonDataException e) {
      throw refusal("the body is no event, or a member has another type than Clerk describes");
    } catch (IOException e) {
      throw refusal("the body is not JSON, or is cut off");
    }
  }

  private static boolean startsWithByteOrderMark(byte[] body) {
    for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
      if (body.length <= i || body[i] != BYTE_ORDER_MARK[i]) {
        return false;
      }
    }
    return true;
  }

  /** JSON readers replace what is not UTF-8, so that an altered text would be taken for genuine. */
  private static boolean isUtf8(byte[] body) {
    return isAscii(body) || decodes(body);
  }

  private static boolean isAscii(byte[] body) {
    for (byte each : body) {
      if (each < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean decodes(byte[] body) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(body);
    CharBuffer discarded = CharBuffer.allocate(CHUNK);
    CoderResult result;
    do {
      discarded.clear();
      result = decoder.decode(bytes, discarded, true);
    } while (result.isOverflow());
    return !result.isError();
  }

  private static WebhookVerificationException refusal(String message) {
    return new WebhookVerificationException(WebhookReason.BAD_JSON, message);
  }
}
