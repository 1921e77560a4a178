package dev.clerkbapi.webhooks;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that a webhook comes from Clerk, and decodes its event. Thread-safe.
 *
 * <pre>{@code
 * WebhookVerifier webhooks = WebhookVerifier.fromEnv();
 *
 * WebhookDelivery delivery = webhooks.verify(request::getHeader, body);
 * if (delivery.event() instanceof UserCreated created) {
 *   System.out.println(created.data().id());
 * }
 * }</pre>
 *
 * <p>Pass the body as the bytes that were received, before anything parses them: the signature is
 * over these, and no longer fits once a framework has turned them into an object and back.
 */
public final class WebhookVerifier {
  /** The environment variable that {@link #fromEnv()} reads. */
  public static final String SECRET_VARIABLE = "CLERK_WEBHOOK_SIGNING_SECRET";

  private final Signature signature;
  private final SendTime sendTime;
  private final int maxBodyBytes;

  private WebhookVerifier(Builder builder) {
    this.signature = new Signature(builder.secrets);
    this.sendTime = new SendTime(builder.clock, builder.tolerance);
    this.maxBodyBytes = builder.maxBodyBytes;
  }

  /**
   * Creates a verifier with the secret in {@code CLERK_WEBHOOK_SIGNING_SECRET}.
   *
   * @throws IllegalStateException if the variable is not set, or is not a secret
   */
  public static WebhookVerifier fromEnv() {
    return from(System.getenv());
  }

  static WebhookVerifier from(Map<String, String> environment) {
    String secret = environment.getOrDefault(SECRET_VARIABLE, "");
    if (secret.isBlank()) {
      throw new IllegalStateException(
          SECRET_VARIABLE + " is not set; the dashboard shows the secret of each endpoint");
    }
    try {
      return builder().secret(secret).build();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(SECRET_VARIABLE + ": " + e.getMessage(), e);
    }
  }

  /** Returns a builder with the defaults, which still needs a secret. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Verifies a delivery whose headers are a map, such as {@code com.sun.net.httpserver} and {@code
   * java.net.http} have. The names' case does not matter; of several values the first counts.
   *
   * @param headers all headers of the request
   * @param body the body as received
   * @throws WebhookVerificationException if it is not a genuine delivery of an event
   */
  public WebhookDelivery verify(Map<String, ? extends List<String>> headers, byte[] body) {
    requireNonNull(headers, "headers");
    return verify(name -> Headers.first(headers, name), body);
  }

  /**
   * Verifies a delivery whose headers are looked up by name.
   *
   * @param header returns the first value of a header, or null; such as {@code request::getHeader}
   *     of a servlet request, or {@code headers::getFirst} of Spring's {@code HttpHeaders}. It is
   *     asked for names in lower case, such as {@code svix-id}
   * @param body the body as received
   * @throws WebhookVerificationException if it is not a genuine delivery of an event
   */
  public WebhookDelivery verify(Function<String, @Nullable String> header, byte[] body) {
    requireNonNull(header, "header");
    if (requireNonNull(body, "body").length > maxBodyBytes) {
      throw new WebhookVerificationException(
          WebhookReason.BODY_TOO_LARGE,
          "the body has " + body.length + " bytes; maxBodyBytes permits " + maxBodyBytes);
    }
    Headers headers = Headers.of(header);
    long seconds = sendTime.check(headers.timestamp());
    signature.check(headers, body);
    return new WebhookDelivery(
        headers.id(), Instant.ofEpochSecond(seconds), EventBody.decode(body));
  }

  /** Returns the settings, without secrets. */
  @Override
  public String toString() {
    return "WebhookVerifier{"
        + signature
        + ", "
        + sendTime
        + ", maxBodyBytes="
        + maxBodyBytes
        + '}';
  }

  /** Builds verifiers. Not thread-safe. */
  public static final class Builder {
    private final List<byte[]> secrets = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private Duration tolerance = Duration.ofMinutes(5);
    private int maxBodyBytes = 1024 * 1024;

    private Builder() {}

    /**
     * Adds the secret of an endpoint. While a secret is being replaced, add both: a delivery is
     * genuine if it is signed with any of them.
     *
     * @param secret as the dashboard shows it: base64, usually after {@code whsec_}
     * @throws IllegalArgumentException if it is empty or cannot be decoded
     */
    public Builder secret(String secret) {
      secrets.add(Signature.key(requireNonNull(secret, "secret")));
      return this;
    }

    /** Sets the clock that says how old a delivery is; the system's by default. */
    public Builder clock(Clock clock) {
      this.clock = requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Sets how far the time of sending may lie from now, before or after, in whole seconds; 5
     * minutes by default.
     *
     * @param tolerance such as {@code PT5M}; zero permits the current second only
     * @throws IllegalArgumentException if it is negative
     */
    public Builder tolerance(Duration tolerance) {
      if (requireNonNull(tolerance, "tolerance").isNegative()) {
        throw new IllegalArgumentException("tolerance is negative: " + tolerance);
      }
      this.tolerance = tolerance;
      return this;
    }

    /**
     * Sets how large a body may be; 1 MiB by default. Do not read more than this from the network,
     * either: whoever sends is not known yet.
     *
     * @param maxBodyBytes such as {@code 1_048_576}
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder maxBodyBytes(int maxBodyBytes) {
      if (maxBodyBytes <= 0) {
        throw new IllegalArgumentException("maxBodyBytes is not positive: " + maxBodyBytes);
      }
      this.maxBodyBytes = maxBodyBytes;
      return this;
    }

    /**
     * Builds the verifier.
     *
     * @throws IllegalStateException if there is no secret
     */
    public WebhookVerifier build() {
      if (secrets.isEmpty()) {
        throw new IllegalStateException(
            "a verifier needs a secret; call secret(..) before build()");
      }
      return new WebhookVerifier(this);
    }
  }
}
