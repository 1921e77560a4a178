package dev.clerkbapi.cli;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkResponse;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.api.InstanceSettingsApi;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.model.Instance;
import java.time.Duration;
import java.util.Optional;

/**
 * The instance that a secret key belongs to, as BAPI says.
 *
 * @param id such as {@code ins_2abc}; empty if it could not be read
 * @param environment such as {@code production}
 * @param latency how long its response took; zero if there was none
 */
record KeyInstance(Optional<String> id, String environment, Duration latency) {
  private static final KeyInstance NOT_KNOWN = new KeyInstance(Optional.empty(), "", Duration.ZERO);

  /**
   * Reads the instance. That it cannot be read is reported, and does not keep anybody from locking
   * users: only a journal that belongs to an instance needs to know.
   *
   * @throws RefusedException if the key is not valid, or the API took no requests for too long
   */
  static KeyInstance read(ClerkClient clerk, PatientRead patient, Notices notices) {
    try {
      ClerkResponse<Instance> response = patient.get(() -> get(clerk));
      Instance instance = response.value();
      Optional<String> id = Optional.of(instance.id()).filter(it -> !it.isBlank());
      return new KeyInstance(id, instance.environmentType(), response.requestDuration());
    } catch (ClerkApiException.Unauthenticated e) {
      throw new RefusedException("the secret key is not valid; nothing was sent");
    } catch (ClerkException | IllegalStateException e) { // Also: a member is missing.
      notices.print("The instance of this key could not be read: " + e.getMessage());
      return NOT_KNOWN;
    }
  }

  private static ClerkResponse<Instance> get(ClerkClient clerk) {
    return clerk
        .with(options -> options.retryPolicy(RetryPolicy.none()))
        .withResponse(one -> one.call(one.api(InstanceSettingsApi.class).getInstance()));
  }

  /**
   * Returns the pace of a run. If the latency would decide it, that is measured once more: the
   * first response includes the making of the connection.
   */
  Pace pace(ClerkClient clerk, int requestsPerSecond, int atOnce) {
    Pace first = new Pace(requestsPerSecond, atOnce, latency);
    if (!first.isHeldUpByLatency()) {
      return first;
    }
    try {
      return new Pace(requestsPerSecond, atOnce, get(clerk).requestDuration());
    } catch (ClerkException e) {
      return first;
    }
  }

  /** Such as {@code ins_1, production}. */
  String name() {
    return id.map(it -> it + ", " + environment).orElse("not known");
  }

  /** Such as {@code Instance: ins_1, production (live key), https://api.clerk.com/v1}. */
  String text(Target target) {
    String kind = target.isLive() ? "live key" : "test key";
    return "Instance: " + name() + " (" + kind + "), " + target.baseUrl();
  }
}
