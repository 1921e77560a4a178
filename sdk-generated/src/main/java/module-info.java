/** BAPI's operations as Retrofit interfaces, and its models; generated from its description. */
module dev.clerkbapi.generated {
  requires transitive com.squareup.moshi;
  requires transitive okhttp3;
  requires transitive okio;
  requires transitive org.jspecify;
  requires transitive retrofit2;

  exports dev.clerkbapi.api;
  exports dev.clerkbapi.json;
  exports dev.clerkbapi.model;
}
