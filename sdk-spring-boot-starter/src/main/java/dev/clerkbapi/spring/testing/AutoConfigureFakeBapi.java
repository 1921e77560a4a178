package dev.clerkbapi.spring.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the application of a test call a {@link dev.clerkbapi.testing.FakeBapi} in place of Clerk,
 * and accept the tokens and webhooks that the test signs.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureFakeBapi
 * class LockTest {
 *   @Autowired FakeBapi bapi;
 *   @Autowired WebhookSigner webhooks;
 * }
 * }</pre>
 *
 * <p>The fake is a bean, started with the test's application context and stopped with it; so is the
 * {@link dev.clerkbapi.testing.WebhookSigner}. The keys, the URL and the webhook secret of the
 * application are theirs, whatever the environment says. Tokens are compared with the fake's clock.
 * The fake is {@linkplain dev.clerkbapi.testing.FakeBapi#reset() emptied} before each test method,
 * after {@code @BeforeAll} and before {@code @BeforeEach}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AutoConfigureFakeBapi {}
