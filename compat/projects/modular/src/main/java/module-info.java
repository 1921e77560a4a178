module com.example.modular {
  requires dev.clerkbapi;
}
