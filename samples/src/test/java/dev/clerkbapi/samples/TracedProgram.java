package dev.clerkbapi.samples;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.metadata.Metadata;
import dev.clerkbapi.testing.FakeBapi;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What a program can do with the SDK that reflects on anything: a line of each kind. */
final class TracedProgram {
  private TracedProgram() {}

  record Plan(String name, int seats) {}

  /** {@code interfaces} are those of {@code dev.clerkbapi.api}. */
  public static void main(String[] interfaces) throws Exception {
    try (FakeBapi bapi = FakeBapi.start();
        ClerkClient clerk =
            ClerkClient.builder().secretKey(bapi.secretKey()).baseUrl(bapi.baseUrl()).build()) {
      bapi.addUser("user_123");
      clerk.warmUp();
      for (String type : interfaces) {
        clerk.api(Class.forName(type));
      }
      call(clerk);
    }
    WhoIsCalling.run(Terminal.ofSystem());
    ReceiveWebhooks.run(Terminal.ofSystem());
  }

  private static void call(ClerkClient clerk) {
    clerk.users().lockUser("user_123");
    CompletableFuture<?> unlocked = clerk.async(view -> view.users().unlockUser("user_123"));
    unlocked.join();
    Map<String, Object> metadata = Metadata.from(new Plan("pro", 5));
    clerk.users().updateUserMetadata("user_123", m -> m.publicMetadata(metadata));
    Metadata.of(clerk.users().getUser("user_123").publicMetadata()).as(Plan.class);
    List<String> ids = clerk.users().streamUserList().map(user -> user.id()).toList();
    System.out.println(ids);
  }
}
