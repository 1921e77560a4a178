package dev.clerkbapi.auth;

import dev.clerkbapi.auth.internal.PublicUrl;
import dev.clerkbapi.auth.internal.PublishableKey;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which page led to this one. */
final class Referrer {
  /** Where Clerk hosts the account pages of development instances. */
  private static final Pattern DEVELOPMENT_ACCOUNTS =
      Pattern.compile(
          "https?://(accounts\\..+\\.lcl\\.dev|.+\\.accounts\\.dev|.+\\.accountsstage\\.dev"
              + "|.+\\.accounts\\.lclclerk\\.com)(:[0-9]+)?");

  private Referrer() {}

  /** Returns whether it is a page of another origin, and not one of Clerk's. */
  static boolean isForeign(
      @Nullable String referrer, String ownOrigin, @Nullable PublishableKey key) {
    String origin = referrer == null ? null : PublicUrl.origin(referrer);
    return origin != null && !origin.equals(ownOrigin) && (key == null || !isClerks(origin, key));
  }

  private static boolean isClerks(String origin, PublishableKey key) {
    String api = key.frontendApi();
    return origin.equals("https://" + api)
        || origin.equals("https://" + api.replaceFirst("clerk\\.", "accounts."))
        || (key.isDevelopment() && DEVELOPMENT_ACCOUNTS.matcher(origin).matches());
  }
}
