package dev.clerkbapi.internal.http;

import dev.clerkbapi.api.Idempotent;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.OPTIONS;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/**
 * The operation of a call, with its body if that can be read only once.
 *
 * @param name of the interface's method, such as {@code lockUser}
 * @param method the HTTP method, such as {@code POST}
 * @param path without values, such as {@code /users/{user_id}/lock}
 * @param idempotent whether it is marked as idempotent or not; null without a mark
 * @param promisesBody whether a successful response must have a body
 * @param oneShot the body of the request, if it can be read only once
 */
public record Operation(
    String name,
    String method,
    String path,
    @Nullable Boolean idempotent,
    boolean promisesBody,
    @Nullable RequestBody oneShot) {

  /** Returns the operation of a call of which only the HTTP method is known. */
  static Operation unknown(String httpMethod) {
    return new Operation("", httpMethod, "", null, true, null);
  }

  static Operation of(Method method, String httpMethod) {
    return new Operation(
        method.getName(),
        httpMethod,
        template(method),
        mark(method),
        promisesBody(method.getGenericReturnType()),
        null);
  }

  Operation withOneShot(RequestBody body) {
    return new Operation(name, method, path, idempotent, promisesBody, body);
  }

  /** Returns whether there is a body that was read and cannot be read again. */
  public boolean isSpent() {
    return OneShotBody.isSpentIn(oneShot);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }

  private static @Nullable Boolean mark(Method method) {
    Idempotent marked = method.getAnnotation(Idempotent.class);
    return marked == null ? null : marked.value();
  }

  private static boolean promisesBody(Type call) {
    return !(call instanceof ParameterizedType type)
        || type.getActualTypeArguments()[0] != Void.class;
  }

  private static String template(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      String target = path(annotation);
      if (target != null) {
        String path = target.split("\\?", 2)[0]; // A fixed part of the query may follow.
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
