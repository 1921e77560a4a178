package dev.clerkbapi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs test classes that use the extension; they are not found by themselves. */
class FakeBapiExtensionTest {
  private static final List<String> URLS = Collections.synchronizedList(new ArrayList<>());

  private static TestExecutionSummary run(Class<?> tests) {
    URLS.clear();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(tests))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }

  @Test
  void classWithNestedClasses_hasOneFake_thatIsEmptyBeforeEachTest() {
    TestExecutionSummary summary = run(Shared.class);
    assertThat(summary.getFailures()).isEmpty();
    assertThat(summary.getTestsSucceededCount()).isEqualTo(6);
    assertThat(URLS).hasSize(6);
    assertThat(List.copyOf(URLS).stream().distinct()).hasSize(1);
    assertStopped(URLS.get(0));
    assertThatThrownBy(Shared.BAPI::baseUrl).isInstanceOf(IllegalStateException.class);
  }

  static class Shared {
    @RegisterExtension static final FakeBapiExtension BAPI = FakeBapiExtension.create();

    @RepeatedTest(2)
    void fakeIsEmpty() throws IOException {
      useEmpty(BAPI.fake());
    }

    @Nested
    class Inner {
      @BeforeEach
      void add() {
        BAPI.fake().addUser("user_inner");
      }

      @RepeatedTest(2)
      void fakeHasWhatItsOwnSetUpAdds() throws IOException {
        assertThat(new Caller(BAPI.fake()).get("/users").json()).hasSize(1);
        URLS.add(BAPI.baseUrl());
      }

      @Nested
      class Innermost {
        @RepeatedTest(2)
        void fakeIsStillTheSame(FakeBapi bapi) {
          assertThat(bapi).isSameAs(BAPI.fake());
          assertThat(bapi.secretKey()).isEqualTo(BAPI.secretKey());
          URLS.add(bapi.baseUrl());
        }
      }
    }
  }

  private static void useEmpty(FakeBapi bapi) throws IOException {
    assertThat(bapi.requests()).isEmpty();
    assertThat(new Caller(bapi).get("/users").json()).isEmpty();
    bapi.addUser("user_1");
    bapi.addOrganization("org_1", "Acme");
    bapi.stub("GET", "/v1/domains", 200, "[]");
    bapi.failNext(FakeFault.error(503, "service_unavailable"));
    URLS.add(bapi.baseUrl());
  }

  @Test
  void annotation_isEnoughForAParameter_andSettingsAreKept() {
    assertThat(run(Annotated.class).getTestsSucceededCount()).isEqualTo(2);
    assertThat(run(WithSettings.class).getTestsSucceededCount()).isEqualTo(2);
  }

  @ExtendWith(FakeBapiExtension.class)
  static class Annotated {
    @RepeatedTest(2)
    void parameter_isAnEmptyFake(FakeBapi bapi) throws IOException {
      useEmpty(bapi);
    }
  }

  static class WithSettings {
    @RegisterExtension
    static final FakeBapiExtension BAPI =
        FakeBapiExtension.create(FakeBapi.builder().instanceId("ins_2").lockoutEnabled(false));

    @RepeatedTest(2)
    void settingsOutliveTests() throws IOException {
      Caller caller = new Caller(BAPI.fake());
      assertThat(caller.get("/instance").json().path("id").asText()).isEqualTo("ins_2");
      BAPI.fake().addUser("user_1");
      assertThat(caller.post("/users/user_1/lock").status()).isEqualTo(403);
      BAPI.fake().setLockoutEnabled(true);
    }
  }

  @Test
  void fieldThatIsNotStatic_givesParallelTestsTheirOwnFakes() {
    TestExecutionSummary summary = run(Parallel.class);
    assertThat(summary.getFailures()).isEmpty();
    assertThat(List.copyOf(URLS).stream().distinct()).hasSize(2);
    URLS.forEach(FakeBapiExtensionTest::assertStopped);
  }

  @Execution(ExecutionMode.CONCURRENT)
  static class Parallel {
    private static final CountDownLatch BOTH = new CountDownLatch(2);

    @RegisterExtension final FakeBapiExtension bapi = FakeBapiExtension.create();

    @RepeatedTest(2)
    void fakeIsEmpty() throws Exception {
      useEmpty(bapi.fake());
      BOTH.countDown();
      assertThat(BOTH.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void parallelTestsWithOneFake_areRefused() {
    TestExecutionSummary summary = run(ParallelShared.class);
    assertThat(summary.getTestsFailedCount()).isEqualTo(1);
    assertThat(summary.getFailures().get(0).getException())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SAME_THREAD");
    assertThatThrownBy(ParallelShared.BAPI::fake).isInstanceOf(IllegalStateException.class);
  }

  @Execution(ExecutionMode.CONCURRENT)
  static class ParallelShared {
    @RegisterExtension static final FakeBapiExtension BAPI = FakeBapiExtension.create();

    private static final CountDownLatch REFUSED = new CountDownLatch(1);

    /** The one that is refused ends the other one. */
    @RegisterExtension
    static final TestWatcher REFUSALS =
        new TestWatcher() {
          @Override
          public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
            REFUSED.countDown();
          }
        };

    @RepeatedTest(2)
    void runsAtTheSameTime() throws InterruptedException {
      assertThat(REFUSED.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private static void assertStopped(String url) {
    try (Socket socket =
        new Socket(
            InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), URI.create(url).getPort())) {
      fail("still open: " + socket);
    } catch (IOException e) {
      assertThat(e).isInstanceOf(ConnectException.class);
    }
  }
}
