/**
 * The SDK's models in Jackson: {@link dev.clerkbapi.jackson.ClerkJackson2Module} for Jackson 2,
 * {@link dev.clerkbapi.jackson.ClerkJacksonModule} for Jackson 3.
 */
module dev.clerkbapi.jackson {
  requires transitive dev.clerkbapi.generated;
  // Whoever has one of them has it from their framework. Not transitive: then both would have to be
  // there whenever somebody compiles against this module.
  requires static com.fasterxml.jackson.databind;
  requires static tools.jackson.databind;

  exports dev.clerkbapi.jackson;
// Provides neither: the JVM would not start without the other one. META-INF/services has both, for
// the class path.
}
