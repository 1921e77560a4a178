/** An unofficial client of Clerk's Backend API: start at {@link dev.clerkbapi.ClerkClient}. */
module dev.clerkbapi {
  requires transitive dev.clerkbapi.generated;
  // Optional there, needed here.
  requires transitive okhttp3;
  requires transitive retrofit2;
  requires retrofit2.converter.moshi;

  exports dev.clerkbapi;
  exports dev.clerkbapi.bulk;
  exports dev.clerkbapi.errors;
  exports dev.clerkbapi.metadata;
}
