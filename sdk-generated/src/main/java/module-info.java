/** BAPI's operations as Retrofit interfaces, and its models; generated from its description. */
module dev.clerkbapi.generated {
  // What Moshi and okio need. They are automatic modules, which cannot say so.
  requires kotlin.stdlib;
  requires transitive com.squareup.moshi;
  requires transitive okio;
  requires transitive org.jspecify;
  // Only dev.clerkbapi.api needs them: whoever uses its interfaces requires both, as dev.clerkbapi
  // does, and the module of webhooks needs neither. Not transitive, because then they would have to
  // be there whenever somebody compiles against this module.
  requires static okhttp3;
  requires static retrofit2;

  exports dev.clerkbapi.api;
  exports dev.clerkbapi.json;
  exports dev.clerkbapi.model;
}
