package dev.clerkbapi.internal.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Path;

/**
 * Checks every value that becomes part of a path, for all operations, while Retrofit builds the
 * request. Null is refused by Retrofit itself, also with an {@code IllegalArgumentException}.
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
