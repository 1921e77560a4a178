package dev.clerkbapi.jackson;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.ser.Serializers;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's models in Jackson 2, from 2.15 on: a model, a union, an open enum or a {@code Page} is
 * written as BAPI's JSON, as its {@code toJson()} does, and read back as its {@code fromJson} does.
 * This also holds where one is nested in an object of yours.
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new ClerkJackson2Module()).build();
 * String json = mapper.writeValueAsString(user);
 * }</pre>
 *
 * <p>On the class path, {@code findAndRegisterModules()} and Spring Boot 3 find it by themselves.
 * Settings for your own objects, such as naming and inclusion, leave BAPI's JSON as it is; how JSON
 * is spelled, such as indentation and escapes, is up to the mapper.
 *
 * <p>It hides nothing: passwords, tokens and private metadata are in clear text, as in {@code
 * toJson()}. Reading ignores what this SDK does not know, and keeps it; a member of the wrong type
 * of JSON is a {@code MismatchedInputException} with its path. Thread-safe.
 */
public final class ClerkJackson2Module extends com.fasterxml.jackson.databind.Module {
  /** Makes the module; it has no settings. */
  public ClerkJackson2Module() {}

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
    return constant == null ? null : new KeyReader2(type.getRawClass(), constant);
  }

  private static final class Writers extends Serializers.Base {
    @Override
    public @Nullable JsonSerializer<?> findSerializer(
        SerializationConfig config, JavaType type, BeanDescription description) {
      return SdkType.isWritten(type.getRawClass()) ? new Writer2() : null;
    }
  }

  private static final class Readers extends Deserializers.Base {
    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      return SdkType.isRead(type.getRawClass()) ? new Reader2(type) : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return SdkType.isRead(type);
    }
  }
}
