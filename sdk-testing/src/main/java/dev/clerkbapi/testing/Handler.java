package dev.clerkbapi.testing;

/** Carries out one operation. */
@FunctionalInterface
interface Handler {
  JsonResponse respond(Call call);
}
