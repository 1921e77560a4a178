package dev.clerkbapi.bulk;

import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Which failures a bulk run waits for. This is all there is to know about it:
 *
 * <ul>
 *   <li>429: BAPI takes nothing from anybody
 *   <li>502, 503, 504: BAPI is not there. Whether the request was carried out is not always known,
 *       but to lock twice is the same as once, as the client's own retries assume
 *   <li>no connection, unless the server is not trusted
 *   <li>a read whose response did not arrive: a read changes nothing
 *   <li>no permit before the call's timeout: only this request waits, because others have them
 * </ul>
 *
 * <p>A lock whose response was lost is not among them: the outcome is {@link LockOutcome.Unknown}.
 */
enum BulkTrouble {
  NO_PERMIT(LockPause.Reason.RATE_LIMIT, false),
  RATE_LIMIT(LockPause.Reason.RATE_LIMIT, false),
  NO_CONNECTION(LockPause.Reason.NO_CONNECTION, false),
  NO_RESPONSE(LockPause.Reason.NO_CONNECTION, true),
  UNAVAILABLE(LockPause.Reason.UNAVAILABLE, true);

  private final LockPause.Reason reason;
  private final boolean maybeAboutOne;

  BulkTrouble(LockPause.Reason reason, boolean maybeAboutOne) {
    this.reason = reason;
    this.maybeAboutOne = maybeAboutOne;
  }

  /** Returns null for a failure that is not waited for. */
  static @Nullable BulkTrouble of(ClerkException e, boolean reads) {
    if (e instanceof ClerkApiException response) {
      return switch (response.status()) {
        case 429 -> RATE_LIMIT;
        case 502, 503, 504 -> UNAVAILABLE;
        default -> null;
      };
    }
    return e instanceof ClerkTransportException none ? ofTransport(none, reads) : null;
  }

  private static @Nullable BulkTrouble ofTransport(ClerkTransportException e, boolean reads) {
    return switch (e.reason().toString()) {
      case "LIMIT" -> e.getCause() == null ? NO_PERMIT : RATE_LIMIT;
      case "CONNECT" -> NO_CONNECTION;
      case "TLS" -> isNotTrusted(e) ? null : NO_CONNECTION;
      case "TIMEOUT" -> reads || !e.mayHaveBeenCarriedOut() ? NO_RESPONSE : null;
      case "LOST" -> reads ? NO_RESPONSE : null;
      default -> null;
    };
  }

  private static boolean isNotTrusted(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof CertificateException || at instanceof SSLPeerUnverifiedException) {
        return true;
      }
    }
    return false;
  }

  LockPause.Reason reason() {
    return reason;
  }

  /** Whether it may be this one request that BAPI cannot carry out. */
  boolean isMaybeAboutOne() {
    return maybeAboutOne;
  }

  /** Returns how long BAPI asks to wait. */
  static Optional<Duration> askedFor(ClerkException e) {
    return e instanceof ClerkApiException.RateLimited limited
        ? limited.retryAfter()
        : Optional.empty();
  }
}
