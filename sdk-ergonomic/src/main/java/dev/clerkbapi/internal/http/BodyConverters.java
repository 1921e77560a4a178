package dev.clerkbapi.internal.http;

import dev.clerkbapi.api.Items;
import dev.clerkbapi.json.Bounds;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Collection;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Delegates to Moshi's factory, but reads the body of a response before it is decoded, and checks
 * the length of a request that is a list.
 */
final class BodyConverters extends Converter.Factory {
  private final Converter.Factory json;
  private final long largestBody;

  BodyConverters(Converter.Factory json, long largestBody) {
    this.json = json;
    this.largestBody = largestBody;
  }

  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    Converter<ResponseBody, ?> decoder = json.responseBodyConverter(type, annotations, retrofit);
    return decoder == null ? null : new BodyReader<>(decoder, largestBody);
  }

  @Override
  public @Nullable Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    Converter<?, RequestBody> encoder =
        json.requestBodyConverter(type, parameterAnnotations, methodAnnotations, retrofit);
    for (Annotation annotation : parameterAnnotations) {
      if (annotation instanceof Items items && encoder != null) {
        return limited(encoder, Bounds.between(items.min(), items.max()));
      }
    }
    return encoder;
  }

  /** A list that is the whole request has no builder that could check its length. */
  private static <T> Converter<T, RequestBody> limited(
      Converter<T, RequestBody> encoder, Bounds bounds) {
    return value -> {
      if (value instanceof Collection<?> elements) {
        bounds.check("the request", elements);
      }
      return encoder.convert(value);
    };
  }

  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return json.stringConverter(type, annotations, retrofit);
  }
}
