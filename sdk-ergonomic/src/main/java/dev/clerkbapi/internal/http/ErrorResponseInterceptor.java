package dev.clerkbapi.internal.http;

import java.io.IOException;
import java.time.Clock;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Records error responses: reads as much of the body as it can, at most 1 MiB, and keeps the status
 * even if reading fails.
 */
final class ErrorResponseInterceptor implements Interceptor {
  private static final long LARGEST_BODY = 1024 * 1024;

  private final Clock clock;
  private final long largestBody;

  ErrorResponseInterceptor(HttpSettings settings) {
    this.clock = settings.clock();
    this.largestBody = Math.min(settings.maxResponseBytes(), LARGEST_BODY);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = HiddenStatus.show(chain.proceed(chain.request()));
    Attempt attempt = Attempt.of(chain.call());
    if (attempt != null) {
      attempt.recordResponse(response.code(), response.header("cf-ray"));
    }
    return response.isSuccessful() ? response : record(response, attempt);
  }

  private Response record(Response response, @Nullable Attempt attempt) {
    Buffer body = readWhatThereIs(response);
    if (attempt != null) {
      attempt.recordErrorResponse(ErrorResponse.of(response, body.clone().readUtf8(), clock));
    }
    ResponseBody buffered = ResponseBody.create(body, response.body().contentType(), body.size());
    return response.newBuilder().body(buffered).build();
  }

  private Buffer readWhatThereIs(Response response) {
    Buffer read = new Buffer();
    try (BufferedSource body = response.body().source()) {
      while (read.size() < largestBody) {
        if (body.read(read, largestBody - read.size()) == -1) {
          break;
        }
      }
    } catch (IOException | RuntimeException e) {
      // Cut off or not readable: the status and the bytes so far are all there is.
    }
    return read;
  }
}
