package dev.clerkbapi.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Jackson2Test extends JacksonContract {
  private static final ObjectMapper PLAIN = base().build();

  @Override
  Mapper plain() {
    return new Mapper2(PLAIN);
  }

  private static JsonMapper.Builder base() {
    return JsonMapper.builder().addModule(new ClerkJackson2Module()).addModule(new Jdk8Module());
  }

  private static final ObjectMapper OPINIONATED =
      base()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(SerializationFeature.WRITE_ENUMS_USING_INDEX)
          .enable(SerializationFeature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .build()
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

  private static final ObjectMapper TYPED =
      base()
          .activateDefaultTyping(
              BasicPolymorphicTypeValidator.builder().allowIfSubType(Object.class).build(),
              ObjectMapper.DefaultTyping.NON_FINAL,
              com.fasterxml.jackson.annotation.JsonTypeInfo.As.PROPERTY)
          .build();

  @Override
  Mapper opinionated() {
    return new Mapper2(OPINIONATED);
  }

  @Override
  Mapper typed() {
    return new Mapper2(TYPED);
  }

  @Override
  String indented(Object value) {
    return orFail(() -> PLAIN.writerWithDefaultPrettyPrinter().writeValueAsString(value));
  }

  @Override
  Class<? extends Throwable> mismatch() {
    return MismatchedInputException.class;
  }

  @Test
  void mapper_findsTheModuleByItself() {
    assertThat(new ObjectMapper().findAndRegisterModules().getRegisteredModuleIds())
        .contains(ClerkJackson2Module.class.getName());
  }

  private interface Action<T> {
    T run() throws JsonProcessingException;
  }

  private static <T> T orFail(Action<T> action) {
    try {
      return action.run();
    } catch (JsonProcessingException e) {
      throw sneaky(e);
    }
  }

  /** Jackson 2 throws checked exceptions, Jackson 3 unchecked ones. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> RuntimeException sneaky(Exception e) throws E {
    throw (E) e;
  }

  private record Mapper2(ObjectMapper mapper) implements Mapper {
    @Override
    public String write(Object value) {
      return orFail(() -> mapper.writeValueAsString(value));
    }

    @Override
    public <T> T read(String json, Class<T> type) {
      return orFail(() -> mapper.readValue(json, type));
    }

    @Override
    public <T> T read(String json, Type type, Class<T> raw) {
      return raw.cast(orFail(() -> mapper.readValue(json, mapper.constructType(type))));
    }

    @Override
    public String tree(Object value) {
      return mapper.<com.fasterxml.jackson.databind.JsonNode>valueToTree(value).toString();
    }

    @Override
    public <T> T readTree(String json, Class<T> type) {
      return orFail(() -> mapper.treeToValue(mapper.readTree(json), type));
    }

    @Override
    public List<Object> path(Throwable exception) {
      List<Object> path = new ArrayList<>();
      for (JsonMappingException.Reference step : ((JsonMappingException) exception).getPath()) {
        path.add(step.getFieldName() == null ? (Object) step.getIndex() : step.getFieldName());
      }
      return path;
    }
  }
}
