package dev.clerkbapi.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.json.OpenEnum;
import dev.clerkbapi.json.QueryParams;
import dev.clerkbapi.resources.PublishedExamples.Round;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Arguments for a method of one operation, that the published description permits. */
final class PublishedArguments extends Arguments {
  private final PublishedOperation operation;
  private final PublishedExamples examples;
  private final Round round;
  private boolean streams;

  PublishedArguments(PublishedOperation operation, Round round) {
    super(null);
    this.operation = operation;
    this.examples = new PublishedExamples(operation.api(), round, 0);
    this.round = round;
  }

  @Override
  Object[] of(Method method) throws Exception {
    streams = method.getReturnType() == Stream.class;
    Object[] values = super.of(method);
    Iterator<JsonNode> texts = operation.requiredTexts().iterator();
    for (int i = 0; i < values.length && texts.hasNext(); i++) {
      String text = examples.of(texts.next()).asText();
      values[i] =
          values[i] instanceof OpenEnum ? constant(method.getParameterTypes()[i], text) : text;
    }
    for (int i = 0; i < values.length; i++) {
      boolean optional = method.getAnnotatedParameterTypes()[i].isAnnotationPresent(Nullable.class);
      values[i] = optional && round == Round.REQUIRED ? null : values[i];
    }
    return values;
  }

  /** The request as JSON, in the shape of the published schema; missing where there is none. */
  JsonNode body() {
    JsonNode schema = operation.body("application/json");
    return schema.isMissingNode() ? schema : examples.of(schema);
  }

  @Override
  Object model(Class<?> type) throws Exception {
    if (OpenEnum.class.isAssignableFrom(type)) {
      return firstConstant(type);
    }
    JsonNode body = body();
    JsonNode json = body.isArray() ? body.get(0) : body;
    return type.getMethod("fromJson", String.class).invoke(null, json.toString());
  }

  @Override
  void fill(QueryParams.Builder<?> params) throws Exception {
    for (Method setter : params.getClass().getDeclaredMethods()) {
      boolean sets = setter.getParameterCount() == 1 && !setter.isSynthetic();
      boolean cursor = streams && setter.getName().equals("startingAfter"); // Refused.
      if (sets && !cursor && round != Round.REQUIRED) {
        setter.invoke(params, parameter(setter.getGenericParameterTypes()[0]));
      }
    }
  }

  private static Object parameter(Type type) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType list) {
      return List.of(parameter(list.getActualTypeArguments()[0]));
    } else if (type == long.class || type == boolean.class) {
      return type == long.class ? (Object) 7L : true;
    } else if (type == Instant.class) {
      return Instant.ofEpochMilli(1_700_000_000_123L);
    } else if (OpenEnum.class.isAssignableFrom((Class<?>) type)) {
      return firstConstant((Class<?>) type);
    }
    return TEXT;
  }

  private static Object constant(Class<?> type, String text) throws ReflectiveOperationException {
    return type.getMethod("of", String.class).invoke(null, text);
  }

  private static Object firstConstant(Class<?> type) throws ReflectiveOperationException {
    for (Field field : type.getFields()) {
      if (field.getType() == type) {
        return field.get(null);
      }
    }
    throw new AssertionError(type + " has no constant");
  }
}
