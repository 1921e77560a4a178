package dev.clerkbapi.internal.http;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import retrofit2.Retrofit;

/** The Retrofit interfaces whose calls carry the same keys. Thread-safe. */
public final class Apis {
  private final Retrofit retrofit;
  private final ConcurrentMap<Class<?>, Object> made = new ConcurrentHashMap<>();

  Apis(Retrofit retrofit) {
    this.retrofit = retrofit;
  }

  public <A> A get(Class<A> type) {
    Object known = made.get(type);
    if (known == null) {
      requireCalls(type);
      Object created = retrofit.create(type);
      Object earlier = made.putIfAbsent(type, created);
      known = earlier == null ? created : earlier;
    }
    return type.cast(known);
  }

  private static void requireCalls(Class<?> type) {
    boolean calls = type.isInterface() && type.getTypeParameters().length == 0;
    int count = 0;
    for (Method method : calls ? type.getMethods() : new Method[0]) {
      if (Modifier.isAbstract(method.getModifiers())) {
        calls &= method.getReturnType() == retrofit2.Call.class;
        count++;
      }
    }
    if (!calls || count == 0) {
      throw new IllegalArgumentException(
          type.getName() + " is not an interface whose methods return retrofit2.Call");
    }
  }
}
