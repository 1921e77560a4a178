package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.http.HttpSettings;
import dev.clerkbapi.internal.support.Credentials;
import dev.clerkbapi.internal.support.Environment;
import dev.clerkbapi.internal.support.Limiter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a client, already checked.
 *
 * @param defaults for calls without options of their own
 * @param pace creates the budget for paced calls without a rate limit
 * @param observer notified of every call, if not null
 */
public record Settings(
    Credentials credentials,
    HttpSettings http,
    CallSettings defaults,
    Function<Credentials, Limiter> pace,
    @Nullable CallObserver observer,
    Environment environment) {

  Settings with(Credentials other) {
    return new Settings(other, http, defaults, pace, observer, environment);
  }
}
