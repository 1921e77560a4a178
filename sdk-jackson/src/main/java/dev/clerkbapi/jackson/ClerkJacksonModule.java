package dev.clerkbapi.jackson;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.ser.Serializers;

/**
 * The SDK's models in Jackson 3: a model, a union, an open enum or a {@code Page} is written as
 * BAPI's JSON, as its {@code toJson()} does, and read back as its {@code fromJson} does. This also
 * holds where one is nested in an object of yours.
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new ClerkJacksonModule()).build();
 * String json = mapper.writeValueAsString(user);
 * }</pre>
 *
 * <p>On the class path, {@code findAndAddModules()} and Spring Boot 4 find it by themselves.
 * Settings for your own objects, such as naming and inclusion, leave BAPI's JSON as it is; how JSON
 * is spelled, such as indentation and escapes, is up to the mapper.
 *
 * <p>It hides nothing: passwords, tokens and private metadata are in clear text, as in {@code
 * toJson()}. Reading ignores what this SDK does not know, and keeps it; a member of the wrong type
 * of JSON is a {@code MismatchedInputException} with its path. Thread-safe.
 */
public final class ClerkJacksonModule extends JacksonModule {
  /** Makes the module; it has no settings. */
  public ClerkJacksonModule() {}

  @Override
  public String getModuleName() {
    return getClass().getSimpleName();
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    context.addSerializers(new Writers());
    context.addDeserializers(new Readers());
    context.addKeyDeserializers((type, config, description) -> keys(type));
  }

  private static @Nullable KeyDeserializer keys(JavaType type) {
    MethodHandle constant = SdkType.constant(type.getRawClass());
    return constant == null ? null : new KeyReader3(type.getRawClass(), constant);
  }

  private static final class Writers extends Serializers.Base {
    @Override
    public @Nullable ValueSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        JsonFormat.@Nullable Value format) {
      return SdkType.isWritten(type.getRawClass()) ? new Writer3() : null;
    }
  }

  private static final class Readers extends Deserializers.Base {
    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
      return SdkType.isRead(type.getRawClass()) ? new Reader3(type) : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return SdkType.isRead(type);
    }
  }
}
