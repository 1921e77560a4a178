package dev.clerkbapi.testing;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;

/**
 * Makes webhooks as Clerk does, for tests of what receives them: any event, from an example that
 * has every member, with a signature that fits. Immutable, and therefore thread-safe.
 *
 * <pre>{@code
 * WebhookSigner clerk = WebhookSigner.create();
 * // Give clerk.secret() to what you test as its signing secret.
 * int status = clerk.event("user.created").with("data.id", "user_1").post(url);
 * }</pre>
 */
public final class WebhookSigner {
  private static final int KEY_BYTES = 24;

  private final String secret;
  private final Clock clock;

  private WebhookSigner(String secret, Clock clock) {
    WebhookSignature.key(secret);
    this.secret = secret;
    this.clock = clock;
  }

  /** Creates a signer with a secret of its own. */
  public static WebhookSigner create() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return withSecret(WebhookSignature.PREFIX + Base64.getEncoder().encodeToString(key));
  }

  /**
   * Creates a signer with the secret that your test already has.
   *
   * @param secret base64, usually after {@code whsec_}
   * @throws IllegalArgumentException if it is empty or cannot be decoded
   */
  public static WebhookSigner withSecret(String secret) {
    return new WebhookSigner(requireNonNull(secret, "secret"), Clock.systemUTC());
  }

  /** Returns a signer that takes the time of sending from another clock. */
  public WebhookSigner withClock(Clock clock) {
    return new WebhookSigner(secret, requireNonNull(clock, "clock"));
  }

  /** Returns the secret, which what you test needs to verify what this signs. */
  public String secret() {
    return secret;
  }

  /** Returns the types of all events that this can make, such as {@code user.created}. */
  public static Set<String> eventTypes() {
    return WebhookExamples.types();
  }

  /**
   * Returns an event, made of an example with every member that Clerk describes.
   *
   * @param type such as {@code user.created}
   * @throws IllegalArgumentException if there is no such event; {@link #message} sends any other
   */
  public SignedWebhook event(String type) {
    return new SignedWebhook(secret, clock, WebhookExamples.of(requireNonNull(type, "type")));
  }

  /**
   * Returns a message with any body, even one that is no event.
   *
   * @param body such as <code>{"type":"brand.new","data":{}}</code> in UTF-8
   */
  public SignedWebhook message(byte[] body) {
    return new SignedWebhook(secret, clock, body.clone());
  }
}
