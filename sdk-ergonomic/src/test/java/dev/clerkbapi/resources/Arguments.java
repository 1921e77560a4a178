package dev.clerkbapi.resources;

import com.squareup.moshi.Moshi;
import dev.clerkbapi.Upload;
import dev.clerkbapi.json.Model;
import dev.clerkbapi.json.OpenEnum;
import dev.clerkbapi.json.QueryParams;
import dev.clerkbapi.model.BapiAdapters;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Values for the parameters of any method, each recognisable in the request. */
class Arguments {
  static final String TEXT = "id_1";
  static final byte[] BYTES = "content of a file".getBytes(StandardCharsets.UTF_8);

  private final Moshi adapters =
      new Moshi.Builder().add(new BapiAdapters(Clock.systemUTC())).build();
  private final Moshi plain = new Moshi.Builder().build();
  private final Examples examples;

  Arguments(Examples examples) {
    this.examples = examples;
  }

  Object[] of(Method method) throws Exception {
    Type[] types = method.getGenericParameterTypes();
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      boolean isContentType = i > 1 && types[i - 2] == byte[].class; // Behind a file and its name.
      values[i] = isContentType ? "image/x-id" : of(types[i]);
    }
    return values;
  }

  Object of(Type type) throws Exception {
    if (type == String.class) {
      return TEXT;
    } else if (type == Upload.class) {
      return Upload.of(BYTES, TEXT + ".png");
    } else if (type == byte[].class) {
      return BYTES;
    } else if (type instanceof ParameterizedType generic) {
      Type argument = generic.getActualTypeArguments()[0];
      return generic.getRawType() == Consumer.class
          ? filler((Class<?>) argument)
          : listOf(argument);
    }
    Class<?> named = (Class<?>) type;
    return QueryParams.class.isAssignableFrom(named) ? params(named) : model(named);
  }

  private List<?> listOf(Type element) throws Exception {
    return List.of(of(element));
  }

  /** A model or an enum, as its example is read. */
  Object model(Class<?> type) throws Exception {
    Object example = examples.ofType(type.getSimpleName());
    if (OpenEnum.class.isAssignableFrom(type)) {
      return type.getMethod("of", String.class).invoke(null, example);
    }
    return adapters.adapter(type).fromJson(plain.adapter(Object.class).toJson(example));
  }

  private Object params(Class<?> type) throws Exception {
    QueryParams.Builder<?> builder =
        (QueryParams.Builder<?>) type.getMethod("builder").invoke(null);
    fill(builder);
    return built(builder);
  }

  /** Sets optional query parameters. */
  void fill(QueryParams.Builder<?> params) throws Exception {
    params.additionalParameter("probe", TEXT);
  }

  static Object built(Object builder) throws ReflectiveOperationException {
    return builder.getClass().getMethod("build").invoke(builder);
  }

  private Consumer<Object> filler(Class<?> builderType) {
    return builder -> {
      try {
        if (builder instanceof QueryParams.Builder<?> params) {
          fill(params);
        } else {
          copy((Model) model(builderType.getEnclosingClass()), builder);
        }
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    };
  }

  /** Sets what the model has, as a caller would; a list that it lacks reads as an empty one. */
  private static void copy(Model from, Object builder) throws ReflectiveOperationException {
    for (Method setter : builder.getClass().getDeclaredMethods()) {
      boolean sets =
          setter.getParameterCount() == 1 && setter.getReturnType() == builder.getClass();
      if (sets && !setter.isSynthetic()) {
        Method getter =
            Arrays.stream(from.getClass().getDeclaredMethods())
                .filter(it -> it.getName().equals(setter.getName()) && it.getParameterCount() == 0)
                .findFirst()
                .orElseThrow();
        Object value = getter.invoke(from);
        if (value != null && !value.equals(List.of()) && !value.equals(Map.of())) {
          setter.invoke(builder, value);
        }
      }
    }
  }
}
