package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.http.HttpSettings;
import dev.clerkbapi.internal.support.Environment;
import dev.clerkbapi.internal.support.Limiter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a client was built with, checked already.
 *
 * @param defaults for calls that bring no options of their own
 * @param pace makes the budget for calls that are to be paced, where there is no rate limit
 * @param observer is notified of each call, if there is one
 */
public record Settings(
    HttpSettings http,
    CallSettings defaults,
    Supplier<Limiter> pace,
    @Nullable CallObserver observer,
    Environment environment) {}
