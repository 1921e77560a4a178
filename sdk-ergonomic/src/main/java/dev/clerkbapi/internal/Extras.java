package dev.clerkbapi.internal;

import org.jspecify.annotations.Nullable;

/**
 * What one call has that the others of its client do not.
 *
 * @param budget which its attempts keep to where the client has none
 * @param observer who hears of this call, besides the client's
 */
public record Extras(@Nullable Limiter budget, @Nullable CallObserver observer) {
  static final Extras NONE = new Extras(null, null);
}
