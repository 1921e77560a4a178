package dev.clerkbapi.internal;

import dev.clerkbapi.api.Idempotent;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.OPTIONS;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/**
 * What a call is about.
 *
 * @param method the HTTP method, such as {@code POST}
 * @param path the path's template, such as {@code /users/{user_id}/lock}
 * @param repeatable whether sending it twice does no harm
 * @param promisesBody whether an answer without a body is not what was promised
 */
public record Operation(String method, String path, boolean repeatable, boolean promisesBody) {

  static Operation of(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    if (invocation == null) {
      return new Operation(request.method(), "", isRepeatable(request.method(), null), true);
    }
    Idempotent marked = invocation.method().getAnnotation(Idempotent.class);
    return new Operation(
        request.method(),
        template(invocation),
        isRepeatable(request.method(), marked),
        promisesBody(invocation.method().getGenericReturnType()));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }

  private static boolean isRepeatable(String method, @Nullable Idempotent marked) {
    if (marked != null) {
      return marked.value();
    }
    return switch (method) {
      case "GET", "HEAD", "PUT", "DELETE", "OPTIONS" -> true;
      default -> false;
    };
  }

  private static boolean promisesBody(Type call) {
    return !(call instanceof ParameterizedType type)
        || type.getActualTypeArguments()[0] != Void.class;
  }

  private static String template(Invocation invocation) {
    for (Annotation annotation : invocation.method().getAnnotations()) {
      String path = path(annotation);
      if (path != null) {
        return path.startsWith("/") ? path : "/" + path;
      }
    }
    return "";
  }

  private static @Nullable String path(Annotation annotation) {
    if (annotation instanceof GET get) {
      return get.value();
    } else if (annotation instanceof POST post) {
      return post.value();
    } else if (annotation instanceof PATCH patch) {
      return patch.value();
    } else if (annotation instanceof DELETE delete) {
      return delete.value();
    } else if (annotation instanceof PUT put) {
      return put.value();
    } else if (annotation instanceof HEAD head) {
      return head.value();
    } else if (annotation instanceof OPTIONS options) {
      return options.value();
    }
    return annotation instanceof HTTP http ? http.path() : null;
  }
}
