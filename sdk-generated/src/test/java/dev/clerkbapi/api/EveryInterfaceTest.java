package dev.clerkbapi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.clerkbapi.json.Model;
import dev.clerkbapi.json.Page;
import dev.clerkbapi.model.BapiAdapters;
import dev.clerkbapi.model.GetUserListParams;
import dev.clerkbapi.model.ListAllOrganizationDomainsEnrollmentMode;
import dev.clerkbapi.model.ListAllOrganizationDomainsParams;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;
import retrofit2.http.Body;
import retrofit2.http.GET;

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

  static Stream<Method> operations() throws IOException {
    return interfaces().stream().flatMap(api -> Arrays.stream(api.getDeclaredMethods()));
  }

  static Stream<Method> lists() throws IOException {
    return operations()
        .filter(method -> !method.isDefault())
        .filter(method -> response(method).getTypeName().startsWith(Page.class.getName()));
  }

  @Test
  void everyList_isAPage() throws IOException {
    assertThat(lists()).hasSizeGreaterThan(45);
    assertThat(operations().map(method -> response(method).getTypeName()))
        .noneMatch(type -> type.startsWith("java.util.List"));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyList_readsBothShapes(Method operation) throws IOException {
    JsonAdapter<Page<?>> pages = MOSHI.adapter(response(operation));
    assertThat(pages.fromJson("[{},{}]")).hasSize(2);
    assertThat(pages.fromJson("[{}]").totalCount()).isEmpty();
    assertThat(pages.fromJson("{\"data\":[{},{}],\"total_count\":9}")).hasSize(2);
    assertThat(pages.fromJson("{\"data\":[{}],\"total_count\":9}").totalCount()).hasValue(9);
  }

  /** As BAPI's description has it: a bare array, unless asked for the total as well. */
  @Test
  void listsThatTellTheirTotalOnlyToThoseWhoAsk_areAsked() throws IOException {
    assertThat(lists().filter(EveryInterfaceTest::asksForTotal).map(Method::getName))
        .containsExactlyInAnyOrder(
            "getClientList",
            "getOAuthAccessToken",
            "getSessionList",
            "getTemplateList",
            "listAllowlistIdentifiers",
            "listInvitations",
            "listJwtTemplates",
            "listRedirectUrls");
    assertThat(RETROFIT.create(SessionsApi.class).getSessionList().request().url().query())
        .isEqualTo("paginated=true");
  }

  @Test
  void parameterThatDecidesTheShape_isNotOffered() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target/classes/dev/clerkbapi/model"))) {
      List<String> builders =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith("Params$Builder.class"))
              .toList();
      assertThat(builders).hasSizeGreaterThan(40);
      for (String builder : builders) {
        assertThat(load("model", builder).getDeclaredMethods())
            .extracting(Method::getName)
            .doesNotContain("paginated");
      }
    }
  }

  /** A caller who has nothing to say about what may be left out need not say so. */
  @Test
  void bodyThatMayBeEmpty_canBeLeftOut() throws Exception {
    Set<String> refused = new TreeSet<>();
    List<Method> all = operations().toList();
    for (Method method : all) {
      Class<?> type = bodyType(method);
      if (type != null && mayBeEmpty(type)) {
        int body = List.of(method.getParameterTypes()).indexOf(type);
        boolean hasShortcut =
            all.stream()
                .anyMatch(
                    it ->
                        it.isDefault()
                            && it.getName().equals(method.getName())
                            && it.getParameterCount() == body);
        if (!hasShortcut) {
          refused.add(method.getName());
        }
      }
    }
    assertThat(refused).isEmpty();
  }

  private static Class<?> bodyType(Method method) {
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(Body.class)
          && Model.class.isAssignableFrom(parameter.getType())) {
        return parameter.getType();
      }
    }
    return null;
  }

  private static boolean mayBeEmpty(Class<?> body) throws ReflectiveOperationException {
    Object builder = body.getMethod("builder").invoke(null);
    try {
      builder.getClass().getMethod("build").invoke(builder);
      return true;
    } catch (InvocationTargetException e) {
      return false;
    }
  }

  @Test
  void upload_takesAFileAndItsName() throws IOException {
    RequestBody png = RequestBody.create(new byte[] {1, 2}, MediaType.get("image/png"));
    Buffer sent = new Buffer();
    RETROFIT
        .create(OrganizationsApi.class)
        .uploadOrganizationLogo("org_1", png, "a.png", "user_1")
        .request()
        .body()
        .writeTo(sent);
    assertThat(sent.readUtf8())
        .contains(
            "name=\"file\"; filename=\"a.png\"",
            "image/png",
            "name=\"uploader_user_id\"",
            "user_1");
    assertThat(
            RETROFIT.create(UsersApi.class).setUserProfileImage("user_1", png, "a.png").request())
        .isNotNull();
  }

  private static boolean asksForTotal(Method operation) {
    GET get = operation.getAnnotation(GET.class);
    return get != null && get.value().endsWith("?paginated=true");
  }

  private static Type response(Method operation) {
    return ((ParameterizedType) operation.getGenericReturnType()).getActualTypeArguments()[0];
  }

  private static Class<?> load(String file) {
    return load("api", file);
  }

  private static Class<?> load(String folder, String file) {
    try {
      return Class.forName("dev.clerkbapi." + folder + "." + file.replace(".class", ""));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
