package dev.clerkbapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.squareup.moshi.Moshi;
import dev.clerkbapi.model.BapiAdapters;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * Time to decode grows with a body's size, not with its square. The timeout is far from both: the
 * bodies here take less than a second or more than a minute.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BodyReaderTest {
  private static final int SIZE = 20_000_000;
  private static final int STEP = 1_000;
  private static final int CHUNK = 1_000_000;

  @Test
  void muchWhiteSpace_isPassedOver() throws IOException {
    Buffer body = new Buffer().writeUtf8("{\"id\":");
    fill(body, ' ');

    assertThat(read(body.writeUtf8("\"user_1\"}")).id()).isEqualTo("user_1");
  }

  @Test
  void endlessNumber_isRefused() {
    Buffer body = new Buffer().writeUtf8("{\"lockout_expires_in_seconds\":");
    fill(body, '7');

    assertThat(catchThrowable(() -> read(body.writeUtf8("}"))))
        .isExactlyInstanceOf(UnreadableBodyException.class)
        .hasMessageContaining("a number of " + SIZE + " characters");
  }

  /** The reason for it, which needs no clock: okio walks to a byte from the nearer end. */
  @Test
  void decoder_findsEachByteNearTheEndOfItsBuffer() throws IOException {
    Buffer body = new Buffer();
    fill(body, ' ');
    AtomicLong farthest = new AtomicLong();
    Converter<ResponseBody, String> searching =
        response -> {
          BufferedSource source = response.source();
          for (long i = 0; source.request(i + 1); i += STEP) {
            farthest.accumulateAndGet(source.getBuffer().size() - i, Math::max);
          }
          return "done";
        };
    ResponseBody response = ResponseBody.create(body, null, body.size());

    assertThat(new BodyReader<>(searching, Long.MAX_VALUE).convert(response)).isEqualTo("done");
    assertThat(farthest.get()).isBetween(1L, 3L * 8192);
  }

  private static void fill(Buffer body, char c) {
    String chunk = String.valueOf(c).repeat(CHUNK);
    for (int i = 0; i < SIZE / CHUNK; i++) {
      body.writeUtf8(chunk);
    }
  }

  private static User read(Buffer body) throws IOException {
    Moshi moshi = new Moshi.Builder().add(new BapiAdapters(Clock.systemUTC())).build();
    Retrofit retrofit = new Retrofit.Builder().baseUrl("http://localhost/").build();
    @SuppressWarnings("unchecked") // What a factory makes for User.class.
    Converter<ResponseBody, User> json =
        (Converter<ResponseBody, User>)
            MoshiConverterFactory.create(moshi)
                .responseBodyConverter(User.class, new Annotation[0], retrofit);
    return new BodyReader<>(json, Long.MAX_VALUE)
        .convert(ResponseBody.create(body, MediaType.get("application/json"), body.size()));
  }
}
