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
 * Records responses. Of an error response, reads as much of the body as it can, at most 1 MiB, and
 * keeps the status even if reading fails; of a successful one, records headers and body for a
 * caller who asked for them.
 */
final class ResponseInterceptor implements Interceptor {
  private static final long LARGEST_BODY = 1024 * 1024;

  private final Clock clock;
  private final long largestSuccess;
  private final long largestBody;

  ResponseInterceptor(HttpSettings settings) {
    this.clock = settings.clock();
    this.largestSuccess = settings.maxResponseBytes();
    this.largestBody = Math.min(largestSuccess, LARGEST_BODY);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = HiddenStatus.show(chain.proceed(chain.request()));
    Attempt attempt = Attempt.of(chain.call());
    if (attempt != null) {
      attempt.recordResponse(response.code(), response.header("cf-ray"));
    }
    if (attempt != null && attempt.isResponseKept()) {
      return keep(response, attempt);
    }
    return response.isSuccessful() ? response : record(response, attempt);
  }

  private Response keep(Response response, Attempt attempt) throws IOException {
    if (!response.isSuccessful()) {
      attempt.recordReceived(ReceivedResponse.of(response.headers(), ""));
      return record(response, attempt);
    }
    Buffer body = new Buffer();
    try (BufferedSource source = response.body().source()) {
      // One byte more than is allowed, so that what decodes it refuses it.
      source.request(largestSuccess + 1);
      body.write(source.getBuffer(), Math.min(source.getBuffer().size(), largestSuccess + 1));
    }
    attempt.recordReceived(ReceivedResponse.of(response.headers(), body.clone().readUtf8()));
    return withBody(response, body);
  }

  private Response record(Response response, @Nullable Attempt attempt) {
    Buffer body = readWhatThereIs(response);
    if (attempt != null) {
      attempt.recordErrorResponse(ErrorResponse.of(response, body.clone().readUtf8(), clock));
    }
    return withBody(response, body);
  }

  private static Response withBody(Response response, Buffer body) {
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
