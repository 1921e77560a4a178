package dev.clerkbapi.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.model.User;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * One client for many threads: each gets the response to its own call. Closing leaves no thread.
 */
class ThreadsTest {
  private static final int PLATFORM_THREADS = 64;
  private static final int CALLS_EACH = 50;

  private static final int VIRTUAL_THREADS = 500;
  private static final int MINUTES_AT_MOST = 5;

  @Test
  void platformThreads_getTheirOwnResponses() throws Exception {
    expectOwnResponses(
        PLATFORM_THREADS,
        work -> {
          Thread thread = new Thread(work);
          thread.setDaemon(true);
          thread.start();
        });
  }

  @Test
  void virtualThreads_getTheirOwnResponses() throws Exception {
    assumeTrue(Runtime.version().feature() >= 21, "virtual threads come with Java 21");
    MethodHandle start =
        MethodHandles.publicLookup()
            .findStatic(
                Thread.class,
                "startVirtualThread",
                MethodType.methodType(Thread.class, Runnable.class));
    expectOwnResponses(
        VIRTUAL_THREADS,
        work -> {
          try {
            Thread unused = (Thread) start.invokeExact(work);
          } catch (Throwable e) {
            throw new AssertionError(e);
          }
        });
  }

  private static void expectOwnResponses(int threads, Consumer<Runnable> starter) throws Exception {
    Queue<Object> wrong = new ConcurrentLinkedQueue<>();
    AtomicInteger right = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(threads);
    try (RawServer server = RawServer.byRequest(ThreadsTest::userOfPath);
        ClerkClient clerk = patientClient(server.baseUrl())) {
      for (int i = 0; i < threads; i++) {
        String prefix = "user_" + i + "_";
        starter.accept(
            () -> {
              try {
                start.await();
                for (int call = 0; call < CALLS_EACH; call++) {
                  String id = clerk.users().getUser(prefix + call).id();
                  if (id.equals(prefix + call)) {
                    right.incrementAndGet();
                  } else {
                    wrong.add(id);
                  }
                }
              } catch (Throwable e) {
                wrong.add(e);
              } finally {
                done.countDown();
              }
            });
      }
      start.countDown();

      assertThat(done.await(MINUTES_AT_MOST, TimeUnit.MINUTES)).isTrue();
      assertThat(wrong).isEmpty();
      assertThat(right).hasValue(threads * CALLS_EACH);
    }
  }

  /** A user whose ID is the last segment of the request's path. */
  private static RawServer.Response userOfPath(String request) {
    String path = request.substring(0, request.indexOf(" HTTP/1.1"));
    return RawServer.http(
        "200 OK", "{\"id\":\"" + path.substring(path.lastIndexOf('/') + 1) + "\"}");
  }

  /** However busy the machine is, no timeout passes. */
  private static ClerkClient patientClient(String baseUrl) {
    return Fixtures.client(baseUrl)
        .timeout(Duration.ofMinutes(MINUTES_AT_MOST))
        .connectTimeout(Duration.ofMinutes(MINUTES_AT_MOST))
        .build();
  }

  @Test
  @SuppressWarnings("try") // Closing early is what is tested.
  void closing_endsAllThreads() throws Exception {
    Set<Thread> before = ownThreads();
    try (RawServer server = new RawServer(RawServer.silence());
        ClerkClient clerk = patientClient(server.baseUrl())) {
      UsersApi users = clerk.api(UsersApi.class);
      CompletableFuture<User> waiting = clerk.callAsync(users.lockUser("user_123"));
      users.getUser("user_123").enqueue(new Ignoring());
      server.awaitRequest();
      Set<Thread> started = ownThreads();
      started.removeAll(before);
      assertThat(started).extracting(Thread::getName).hasSize(2).allMatch(ThreadsTest::isOwn);
      clerk.close();

      for (Thread thread : started) {
        thread.join(TimeUnit.MINUTES.toMillis(MINUTES_AT_MOST));
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
      assertThat(waiting).isCompletedExceptionally();
      assertThatIllegalStateException().isThrownBy(() -> clerk.users().lockUser("user_123"));
    }
  }

  private static Set<Thread> ownThreads() {
    Set<Thread> own = new HashSet<>(Thread.getAllStackTraces().keySet());
    own.removeIf(thread -> !isOwn(thread.getName()));
    return own;
  }

  private static boolean isOwn(String name) {
    // OkHttp names a thread for the call that it carries out, until that ends.
    return name.startsWith("clerk-bapi-") || name.startsWith("OkHttp http:");
  }

  /** Retrofit takes no null. */
  private static final class Ignoring implements Callback<User> {
    @Override
    public void onResponse(Call<User> call, Response<User> response) {}

    @Override
    public void onFailure(Call<User> call, Throwable failure) {}
  }
}
