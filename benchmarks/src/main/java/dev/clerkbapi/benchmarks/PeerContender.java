package dev.clerkbapi.benchmarks;

import com.clerk.backend_api.Clerk;

/** Clerk's own SDK, as its documentation sets it up. */
final class PeerContender implements Contender {
  private final Clerk clerk;

  PeerContender(String baseUrl) {
    clerk = Clerk.builder().bearerAuth(Contenders.KEY).serverURL(baseUrl).build();
  }

  @Override
  public Object getUser(String id) {
    return clerk.users().get(id).user().orElseThrow();
  }
}
