package dev.clerkbapi.internal.http;

import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import okhttp3.Request;
import okhttp3.RequestBody;
import retrofit2.Invocation;

/** Caches the operations by the methods of interfaces. Thread-safe. */
public final class Operations {
  private final ConcurrentMap<Method, Operation> known = new ConcurrentHashMap<>();

  public Operation of(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    if (invocation == null) {
      return Operation.unknown(request.method());
    }
    Operation operation = known.get(invocation.method());
    if (operation == null) {
      operation = Operation.of(invocation.method(), request.method());
      known.put(invocation.method(), operation);
    }
    RequestBody body = request.body();
    return body != null && body.isOneShot() ? operation.withOneShot(body) : operation;
  }
}
