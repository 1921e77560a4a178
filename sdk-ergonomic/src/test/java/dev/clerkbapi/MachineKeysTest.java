package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.api.M2MTokensApi;
import dev.clerkbapi.api.MachineKey;
import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.LogTrap;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.TestApi;
import dev.clerkbapi.fixtures.ThrowableText;
import dev.clerkbapi.model.VerifyM2MTokenRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The secret key of a machine: which operations are sent with it, and where it never shows. */
class MachineKeysTest {
  private static final String MACHINE = "ak_never_to_be_seen";
  private static final String VARIABLE = "CLERK_MACHINE_SECRET_KEY";

  private RawServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        RawServer.byRequest(request -> RawServer.http("200 OK", "{\"data\":[],\"total_count\":0}"));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private List<String> keys() {
    return server.requests().stream()
        .map(it -> it.replaceAll("(?s).*Authorization: Bearer (\\S+).*", "$1"))
        .toList();
  }

  private static void useAll(ClerkClient clerk) {
    clerk.m2m().createToken();
    clerk.m2m().list("mch_1");
    clerk.m2m().revokeToken("mt_1");
    clerk.m2m().verify(t -> t.token("mt_2"));
  }

  @Test
  void operationsOfTokens_areMarked() {
    assertThat(M2MTokensApi.class.getMethods())
        .filteredOn(method -> !method.isDefault())
        .hasSize(4)
        .allMatch(method -> method.isAnnotationPresent(MachineKey.class));
    assertThat(Arrays.stream(UsersApi.class.getMethods()))
        .noneMatch(method -> method.isAnnotationPresent(MachineKey.class));
  }

  @Test
  void clientWithBothKeys_usesTheMachinesForTheseAndTheSecretKeyForOthers() {
    try (ClerkClient clerk = Fixtures.client(server.baseUrl()).machineSecretKey(MACHINE).build()) {
      useAll(clerk);
      assertThat(keys()).hasSize(4).containsOnly(MACHINE);

      clerk.users().getUser("user_1");
      clerk.machines().getSecretKey("mch_1");
      clerk.users().getUserList();
      assertThat(keys()).hasSize(7).endsWith(Fixtures.KEY, Fixtures.KEY, Fixtures.KEY);
    }
  }

  @Test
  void everyKindOfCall_carriesTheMachinesKey() throws IOException {
    try (ClerkClient client = Fixtures.client(server.baseUrl()).build()) {
      ClerkClient clerk = client.with(o -> o.machineSecretKey(MACHINE));
      M2MTokensApi api = clerk.api(M2MTokensApi.class);
      VerifyM2MTokenRequest token = VerifyM2MTokenRequest.builder().token("mt_1").build();
      clerk.call(api.verifyM2MToken(token));
      clerk.callAsync(api.verifyM2MToken(token)).join();
      clerk.async(c -> c.m2m().verify(token)).join();
      assertThat(clerk.withResponse(c -> c.m2m().verify(token)).status()).isEqualTo(200);
      assertThat(api.verifyM2MToken(token).execute().code()).isEqualTo(200);
      assertThat(clerk.m2m().stream("mch_1")).isEmpty();
      assertThat(keys()).hasSize(6).containsOnly(MACHINE);

      client.m2m().verify(token);
      clerk.users().getUser("user_1");
      assertThat(keys()).endsWith(Fixtures.KEY, Fixtures.KEY);
    }
  }

  @Test
  void clientWithOnlyAMachinesKey_refusesOtherOperationsBeforeTheyAreSent() {
    try (ClerkClient clerk =
        ClerkClient.builder().machineSecretKey(MACHINE).baseUrl(server.baseUrl()).build()) {
      useAll(clerk.with(CallOptions::paced));
      assertThat(keys()).hasSize(4).containsOnly(MACHINE);

      for (ThrowingCallable refused :
          List.<ThrowingCallable>of(
              () -> clerk.users().lockUser("user_1"),
              () -> clerk.callAsync(clerk.api(UsersApi.class).getUser("user_1")),
              () -> clerk.call(clerk.api(TestApi.class).post()),
              () -> clerk.api(UsersApi.class).getUser("user_1").execute())) {
        assertThatIllegalStateException()
            .isThrownBy(refused)
            .withMessageContaining("secretKey(..)")
            .withMessageNotContaining(MACHINE);
      }
      assertThat(server.requests()).hasSize(4);
    }
  }

  @Test
  void viewWithTheSecretKeyOfAnotherInstance_hasNotTheMachineOfThisOne() {
    try (ClerkClient clerk = Fixtures.client(server.baseUrl()).machineSecretKey(MACHINE).build()) {
      clerk.with(o -> o.secretKey("sk_test_other")).m2m().createToken();
      clerk.with(o -> o.secretKey("sk_test_other").machineSecretKey("ak_2")).m2m().createToken();
      clerk.with(o -> o.machineSecretKey("ak_3")).m2m().createToken();
      clerk.with(o -> o.header("X-Shop", "7")).m2m().createToken();

      assertThat(keys()).containsExactly("sk_test_other", "ak_2", "ak_3", MACHINE);
    }
  }

  private static ClerkClient fromEnv(Map<String, String> variables) {
    return ClerkClient.builder().fromEnv(variables::get).build();
  }

  @Test
  void environment_givesBothKeysOrOne() {
    fromEnv(Map.of("CLERK_SECRET_KEY", Fixtures.KEY, VARIABLE, MACHINE)).close();
    try (ClerkClient clerk = fromEnv(Map.of(VARIABLE, MACHINE))) {
      assertThat(clerk).hasToString("ClerkClient[https://api.clerk.com/v1/]");
      assertThatIllegalStateException().isThrownBy(() -> clerk.users().lockUser("user_1"));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fromEnv(Map.of("CLERK_SECRET_KEY", Fixtures.KEY, VARIABLE, "sk_test_x")))
        .withMessageContaining("machineSecretKey");
  }

  @ParameterizedTest
  @CsvSource({
    "sk_test_,secretKey(..)",
    "SK_LIVE_,secretKey(..)",
    "pk_test_,publishable",
    "whsec_,webhook",
    "mt_,token of a machine",
    "eyJ,JSON Web Token",
    "Bearer ak_,header",
    "CLERK_MACHINE_SECRET_KEY=ak_,variable"
  })
  void somethingElse_isCalledWhatItIs(String start, String word) {
    String wrong = start + "t0psecret";
    try (ClerkClient clerk = ClerkClient.create(Fixtures.KEY)) {
      for (ThrowingCallable use :
          List.<ThrowingCallable>of(
              () -> ClerkClient.builder().machineSecretKey(wrong).build(),
              () -> clerk.with(o -> o.machineSecretKey(wrong)))) {
        assertThatIllegalArgumentException()
            .isThrownBy(use)
            .withMessageContainingAll("machineSecretKey", word, "ak_")
            .withMessageNotContaining("t0psecret");
      }
    }
  }

  @Test
  void machinesKeyAsSecretKey_isToldWhereItBelongs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClerkClient.create("ak_t0psecret"))
        .withMessageContaining("machineSecretKey(..)")
        .withMessageNotContaining("t0psecret");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "ak_a b", "ak_a\n"})
  void impossibleKey_isRefused(String key) {
    assertThat(catchThrowable(() -> ClerkClient.builder().machineSecretKey(key).build()))
        .isInstanceOfAny(IllegalArgumentException.class, NullPointerException.class)
        .hasMessageContaining("machineSecretKey")
        .hasMessageNotContaining("ak_a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"401 No", "500 No", "200 OK"})
  void responseThatEchoesTheKey_doesNotShowIt(String status) throws IOException {
    RawServer.Response echo =
        RawServer.http(
            status, MACHINE + Fixtures.KEY, "cf-ray: " + MACHINE, "Content-Type: a/" + MACHINE);
    try (LogTrap log = new LogTrap();
        RawServer echoing = new RawServer(echo);
        ClerkClient clerk = Fixtures.client(echoing.baseUrl()).machineSecretKey(MACHINE).build()) {
      Throwable thrown = catchThrowable(() -> clerk.m2m().createToken());

      assertThat(echoing.requests().get(0)).contains("Bearer " + MACHINE);
      assertThat(ThrowableText.of(thrown)).doesNotContain(MACHINE).doesNotContain(Fixtures.KEY);
      assertThat(log.lines()).noneMatch(line -> line.contains(MACHINE));
    }
  }

  @Test
  void strings_doNotShowIt() {
    ClerkClientBuilder builder = ClerkClient.builder().machineSecretKey(MACHINE);
    try (ClerkClient clerk = builder.build()) {
      assertThat(builder.toString() + clerk + clerk.with(o -> o.machineSecretKey("ak_2")))
          .doesNotContain(MACHINE)
          .doesNotContain("ak_2");
      assertThat(clerk.api(M2MTokensApi.class).createM2MToken().request().toString())
          .doesNotContain(MACHINE);
    }
  }

  @Test
  void otherOrigin_getsNoKey() throws IOException {
    try (RawServer other = new RawServer(RawServer.user());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).machineSecretKey(MACHINE).build()) {
      clerk.call(clerk.api(TestApi.class).machineElsewhere(other.baseUrl() + "/things"));

      assertThat(other.requests().get(0)).doesNotContain(MACHINE).doesNotContain("Authorization");
    }
  }
}
