package dev.clerkbapi.testing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs a {@link FakeBapi} for tests with JUnit 5 or 6: it starts before the first test of a class,
 * is {@linkplain FakeBapi#reset() emptied} before each test, and stops after the last one.
 *
 * <pre>{@code
 * class LockTest {
 *   @RegisterExtension static final FakeBapiExtension BAPI = FakeBapiExtension.create();
 *
 *   @Test
 *   void lockedUser_isLocked() {
 *     BAPI.fake().addUser("user_123");
 *     ClerkClient clerk =
 *         ClerkClient.builder().secretKey(BAPI.secretKey()).baseUrl(BAPI.baseUrl()).build();
 *     clerk.users().lockUser("user_123");
 *     assertTrue(BAPI.fake().isLocked("user_123"));
 *   }
 * }
 * }</pre>
 *
 * <p>{@code @Nested} classes share the fake of the class around them. A test method can also have a
 * parameter of the type {@link FakeBapi}; for that, {@code @ExtendWith(FakeBapiExtension.class)} is
 * enough.
 *
 * <p>Tests of a class that run at the same time must not share a fake, because the next would empty
 * that of the last: this is refused with an {@link IllegalStateException}. Register the extension
 * in a field that is not static, and each test has a fake of its own; or run the tests of the class
 * one after the other, with {@code @Execution(SAME_THREAD)}. Thread-safe.
 */
public final class FakeBapiExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  private final FakeBapiBuilder settings;
  private @Nullable FakeBapi fake;

  /** The test class and its nested classes that are running. */
  private int classes;

  private int tests;

  /** Makes an extension with the default settings, for {@code @ExtendWith}. */
  public FakeBapiExtension() {
    this(FakeBapi.builder());
  }

  private FakeBapiExtension(FakeBapiBuilder settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /** Returns an extension with the default settings. */
  public static FakeBapiExtension create() {
    return new FakeBapiExtension();
  }

  /**
   * Returns an extension with other settings.
   *
   * @param settings for example {@code FakeBapi.builder().productionRateLimit()}
   */
  public static FakeBapiExtension create(FakeBapiBuilder settings) {
    return new FakeBapiExtension(settings);
  }

  /**
   * Returns the fake.
   *
   * @throws IllegalStateException if no test runs
   */
  public synchronized FakeBapi fake() {
    if (fake == null) {
      throw new IllegalStateException(
          "the fake runs during tests only; register this extension with @RegisterExtension");
    }
    return fake;
  }

  /**
   * Returns the URL of the fake, for {@code ClerkClient.builder().baseUrl(..)}. It stays the same
   * for all tests of a class.
   *
   * @throws IllegalStateException if no test runs
   */
  public String baseUrl() {
    return fake().baseUrl();
  }

  /**
   * Returns the only secret key that the fake accepts.
   *
   * @throws IllegalStateException if no test runs
   */
  public String secretKey() {
    return fake().secretKey();
  }

  @Override
  public synchronized void beforeAll(ExtensionContext context) {
    classes++;
    start();
  }

  @Override
  public synchronized void beforeEach(ExtensionContext context) {
    tests++;
    if (tests > 1) {
      throw new IllegalStateException(
          "tests that share a FakeBapi run at the same time: make the field of the extension"
              + " non-static, or put @Execution(SAME_THREAD) on "
              + context.getRequiredTestClass().getName());
    }
    start();
    fake().reset();
  }

  @Override
  public synchronized void afterEach(ExtensionContext context) {
    tests--;
    stopIfUnused();
  }

  @Override
  public synchronized void afterAll(ExtensionContext context) {
    classes--;
    stopIfUnused();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == FakeBapi.class;
  }

  @Override
  public FakeBapi resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return fake();
  }

  private void start() {
    if (fake == null) {
      fake = settings.start();
    }
  }

  /** A field that is not static sees no class, only its test. */
  private void stopIfUnused() {
    if (fake != null && classes == 0 && tests == 0) {
      fake.close();
      fake = null;
    }
  }
}
