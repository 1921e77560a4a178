package dev.clerkbapi.cli;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.api.InstanceSettingsApi;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.model.Instance;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * The instance that a secret key belongs to, as BAPI says.
 *
 * @param id such as {@code ins_2abc}; empty if it could not be read
 * @param environment such as {@code production}
 */
record KeyInstance(Optional<String> id, String environment) {
  private static final KeyInstance NOT_KNOWN = new KeyInstance(Optional.empty(), "");

  /**
   * Reads the instance, and prints the line that says where a run is going to change something.
   *
   * @throws RefusedException if the key is not valid
   */
  static KeyInstance show(ClerkClient clerk, Target target, PrintWriter out, Notices notices) {
    KeyInstance instance = read(clerk, notices);
    out.println(Texts.visible(instance.text(target)));
    out.flush();
    return instance;
  }

  /**
   * That the instance cannot it be read is reported, and does not keep anybody from locking users:
   * only a journal that belongs to an instance needs to know.
   */
  private static KeyInstance read(ClerkClient clerk, Notices notices) {
    try {
      Instance instance = clerk.call(clerk.api(InstanceSettingsApi.class).getInstance());
      Optional<String> id = Optional.of(instance.id()).filter(it -> !it.isBlank());
      return new KeyInstance(id, instance.environmentType());
    } catch (ClerkApiException.Unauthenticated e) {
      throw new RefusedException("the secret key is not valid; nothing was sent");
    } catch (ClerkException | IllegalStateException e) { // Also: a member is missing.
      notices.print("The instance of this key could not be read: " + e.getMessage());
      return NOT_KNOWN;
    }
  }

  private String text(Target target) {
    String kind = target.isLive() ? "live key" : "test key";
    return "Instance: "
        + id.map(it -> it + ", " + environment).orElse("not known")
        + " ("
        + kind
        + "), "
        + target.baseUrl();
  }
}
