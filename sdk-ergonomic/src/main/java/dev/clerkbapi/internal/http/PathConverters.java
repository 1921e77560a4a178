package dev.clerkbapi.internal.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Path;

/**
 * Checks each value that becomes a part of a path, of every interface's every operation, while
 * Retrofit makes the request. Null is refused by Retrofit itself, in the same way.
 */
final class PathConverters extends Converter.Factory {

  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof Path path) {
        String name = path.value();
        return value -> PathValues.check(name, value.toString());
      }
    }
    return null;
  }
}
