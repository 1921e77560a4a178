package dev.clerkbapi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.clerkbapi.model.BapiAdapters;
import dev.clerkbapi.model.GetUserListParams;
import dev.clerkbapi.model.ListAllOrganizationDomainsEnrollmentMode;
import dev.clerkbapi.model.ListAllOrganizationDomainsParams;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

class EveryInterfaceTest {
  private static final Moshi MOSHI =
      new Moshi.Builder().add(new BapiAdapters(Clock.systemUTC())).build();
  private static final Retrofit RETROFIT =
      new Retrofit.Builder()
          .baseUrl("https://bapi.test/v1/")
          .validateEagerly(true)
          .addConverterFactory(MoshiConverterFactory.create(MOSHI))
          .build();

  static List<Class<?>> interfaces() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target/classes/dev/clerkbapi/api"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Api.class"))
          .<Class<?>>map(EveryInterfaceTest::load)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("interfaces")
  void validateEagerly_passes(Class<?> api) {
    assertThat(RETROFIT.create(api)).isNotNull();
  }

  @Test
  void together_theyHaveEveryOperation() throws IOException {
    long operations =
        interfaces().stream()
            .flatMap(api -> Arrays.stream(api.getDeclaredMethods()))
            .filter(method -> !method.isDefault())
            .map(Method::getName)
            .distinct()
            .count();
    assertThat(operations).isEqualTo(249);
  }

  @Test
  void lockUser_isAPostWithoutBodyThatMayBeRepeated() throws Exception {
    Request request = RETROFIT.create(UsersApi.class).lockUser("user_123").request();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).hasToString("https://bapi.test/v1/users/user_123/lock");
    assertThat(request.body().contentLength()).isZero();
  }

  @Test
  void listParameters_repeatTheirName() {
    GetUserListParams params =
        GetUserListParams.builder()
            .userId(List.of("user_1", "user_2"))
            .createdAtAfter(Instant.ofEpochMilli(17))
            .limit(2)
            .additionalParameter("new_filter", "x")
            .build();
    Request request = RETROFIT.create(UsersApi.class).getUserList(params).request();
    assertThat(request.url().query())
        .isEqualTo("user_id=user_1&user_id=user_2&created_at_after=17&limit=2&new_filter=x");
  }

  @Test
  void listParametersWithoutExplode_areCommaSeparated() {
    ListAllOrganizationDomainsParams params =
        ListAllOrganizationDomainsParams.builder()
            .enrollmentMode(
                List.of(
                    ListAllOrganizationDomainsEnrollmentMode.MANUAL_INVITATION,
                    ListAllOrganizationDomainsEnrollmentMode.MINUS_ENTERPRISE_SSO))
            .build();
    Request request =
        RETROFIT.create(OrganizationDomainsApi.class).listAllOrganizationDomains(params).request();
    assertThat(request.url().queryParameter("enrollment_mode"))
        .isEqualTo("manual_invitation,-enterprise_sso");
  }

  @Test
  void leftOutParams_sendNone() {
    assertThat(RETROFIT.create(UsersApi.class).getUserList().request().url().query()).isNull();
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName("dev.clerkbapi.api." + file.replace(".class", ""));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
