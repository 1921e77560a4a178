package dev.clerkbapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.json.OpenEnum;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.http.Body;
import retrofit2.http.Part;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;

/** No operation of any generated interface leaves for another path than its own. */
class PathValuesTest {
  private static final String[] UNUSABLE = {
    null, "", " ", "\t", ".", "..", "a/b", "../users", "a\\b", "a\nb", "a b", "a\u0000", "a\ud800b"
  };

  private static final String[] USABLE = {
    "user_1", "org:admin", "...", "a.b", "100%", "\u00e9", "\ud83d\ude00"
  };

  private static RawServer server;
  private static ClerkClient clerk;

  @BeforeAll
  static void start() throws IOException {
    server = new RawServer(RawServer.user());
    clerk = Fixtures.client(server.baseUrl()).build();
  }

  @AfterAll
  static void stop() throws IOException {
    clerk.close();
    server.close();
  }

  /** A path parameter of an operation. */
  record PathParameter(Method operation, int index) {
    String name() {
      return operation.getParameters()[index].getAnnotation(Path.class).value();
    }

    /** The call with this value; the other parameters have values that would do. */
    Call<?> with(String value) throws ReflectiveOperationException {
      Parameter[] parameters = operation.getParameters();
      Object[] arguments = new Object[parameters.length];
      for (int i = 0; i < parameters.length; i++) {
        Class<?> type = parameters[i].getType();
        if (parameters[i].isAnnotationPresent(Path.class)) {
          arguments[i] = argument(type, i == index ? value : "other");
        } else if (parameters[i].isAnnotationPresent(QueryMap.class)) {
          Object builder = type.getMethod("builder").invoke(null);
          arguments[i] = builder.getClass().getMethod("build").invoke(builder);
        }
      }
      return (Call<?>) operation.invoke(clerk.api(operation.getDeclaringClass()), arguments);
    }

    /** Half a surrogate pair does not even make a value of an enum. */
    boolean isRefusedByItsType(String value) throws ReflectiveOperationException {
      try {
        var unused = argument(operation.getParameterTypes()[index], value);
        return false;
      } catch (InvocationTargetException e) {
        assertThat(e.getCause()).isInstanceOf(IllegalArgumentException.class);
        return true;
      }
    }

    private static Object argument(Class<?> type, String value)
        throws ReflectiveOperationException {
      boolean text = value == null || type == String.class;
      return text ? value : type.getMethod("of", String.class).invoke(null, value);
    }

    boolean hasBody() {
      return Arrays.stream(operation.getParameters())
          .anyMatch(
              parameter ->
                  parameter.isAnnotationPresent(Body.class)
                      || parameter.isAnnotationPresent(Part.class));
    }

    @Override
    public String toString() {
      return operation.getDeclaringClass().getSimpleName()
          + "."
          + operation.getName()
          + " "
          + name();
    }
  }

  static List<PathParameter> all() {
    List<PathParameter> all = new ArrayList<>();
    for (JavaClass api : new ClassFileImporter().importPackages("dev.clerkbapi.api")) {
      if (api.getSimpleName().endsWith("Api")) {
        for (Method operation : api.reflect().getMethods()) {
          if (!operation.isDefault()) {
            all.addAll(of(operation));
          }
        }
      }
    }
    return all;
  }

  static List<PathParameter> withoutBody() {
    return all().stream().filter(path -> !path.hasBody()).toList();
  }

  private static List<PathParameter> of(Method operation) {
    Parameter[] parameters = operation.getParameters();
    return Stream.iterate(0, i -> i < parameters.length, i -> i + 1)
        .filter(i -> parameters[i].isAnnotationPresent(Path.class))
        .map(i -> new PathParameter(operation, i))
        .toList();
  }

  @Test
  void generatedInterfaces_areFound() {
    assertThat(all()).hasSizeGreaterThan(150);
    assertThat(all())
        .extracting(path -> path.operation().getParameterTypes()[path.index()])
        .allMatch(type -> type == String.class || OpenEnum.class.isAssignableFrom(type));
  }

  @ParameterizedTest
  @MethodSource("all")
  void unusableValue_isMisuseThatSendsNothing(PathParameter path) throws Exception {
    for (String value : UNUSABLE) {
      if (value != null && path.isRefusedByItsType(value)) {
        continue;
      }
      List<Throwable> thrown = new ArrayList<>();
      thrown.add(catchThrowable(() -> clerk.call(path.with(value))));
      thrown.add(catchThrowable(() -> clerk.callAsync(path.with(value))));
      thrown.add(catchThrowable(() -> path.with(value).request()));
      thrown.add(catchThrowable(() -> path.with(value).execute()));
      thrown.add(enqueued(path.with(value)));

      assertThat(thrown)
          .allSatisfy(
              e ->
                  assertThat(e)
                      .isExactlyInstanceOf(IllegalArgumentException.class)
                      .hasMessageContaining(path.name()));
    }
    assertThat(server.connections()).isZero();
  }

  @ParameterizedTest
  @MethodSource("withoutBody")
  void usableValue_isOneSegmentOfThePath(PathParameter path) throws Exception {
    for (String value : USABLE) {
      assertThat(path.with(value).request().url().pathSegments()).containsOnlyOnce(value);
    }
  }

  private static <T> Throwable enqueued(Call<T> call) {
    List<Throwable> thrown = new ArrayList<>();
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<T> ignored, Response<T> response) {}

          @Override
          public void onFailure(Call<T> ignored, Throwable failure) {
            thrown.add(failure); // At once, on this thread: there is no request.
          }
        });
    return thrown.isEmpty() ? null : thrown.get(0);
  }
}
