package dev.clerkbapi.internal.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Delegates to Moshi's factory, but reads the body of a response before it is decoded. */
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
    return json.requestBodyConverter(type, parameterAnnotations, methodAnnotations, retrofit);
  }

  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return json.stringConverter(type, annotations, retrofit);
  }
}
