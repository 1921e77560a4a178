package dev.clerkbapi.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

class Jackson3Test extends JacksonContract {
  private static final ObjectMapper PLAIN = base().build();

  private static JsonMapper.Builder base() {
    return JsonMapper.builder().addModule(new ClerkJacksonModule());
  }

  private static final ObjectMapper OPINIONATED =
      base()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(
              given -> given.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(SerializationFeature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .enable(EnumFeature.WRITE_ENUMS_USING_INDEX)
          .build();

  private static final ObjectMapper TYPED =
      base()
          .activateDefaultTyping(
              BasicPolymorphicTypeValidator.builder().allowIfSubType(Object.class).build(),
              DefaultTyping.NON_FINAL,
              JsonTypeInfo.As.PROPERTY)
          .build();

  @Override
  Mapper plain() {
    return new Mapper3(PLAIN);
  }

  @Override
  Mapper opinionated() {
    return new Mapper3(OPINIONATED);
  }

  @Override
  Mapper typed() {
    return new Mapper3(TYPED);
  }

  @Override
  String indented(Object value) {
    return PLAIN.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  @Override
  Class<? extends Throwable> mismatch() {
    return MismatchedInputException.class;
  }

  @Test
  void mapper_findsTheModuleByItself() {
    assertThat(JsonMapper.builder().findAndAddModules().build().registeredModules())
        .anyMatch(ClerkJacksonModule.class::isInstance);
  }

  private record Mapper3(ObjectMapper mapper) implements Mapper {
    @Override
    public String write(Object value) {
      return mapper.writeValueAsString(value);
    }

    @Override
    public <T> T read(String json, Class<T> type) {
      return mapper.readValue(json, type);
    }

    @Override
    public <T> T read(String json, Type type, Class<T> raw) {
      return raw.cast(mapper.readValue(json, mapper.constructType(type)));
    }

    @Override
    public String tree(Object value) {
      return mapper.<tools.jackson.databind.JsonNode>valueToTree(value).toString();
    }

    @Override
    public <T> T readTree(String json, Class<T> type) {
      return mapper.treeToValue(mapper.readTree(json), type);
    }

    @Override
    public List<Object> path(Throwable exception) {
      List<Object> path = new ArrayList<>();
      for (JacksonException.Reference step : ((JacksonException) exception).getPath()) {
        path.add(
            step.getPropertyName() == null ? (Object) step.getIndex() : step.getPropertyName());
      }
      return path;
    }
  }
}
