package dev.clerkbapi.samples.spring.app;

import dev.clerkbapi.spring.ClerkWebhook;
import dev.clerkbapi.webhooks.UserCreated;
import dev.clerkbapi.webhooks.WebhookDelivery;
import dev.clerkbapi.webhooks.WebhookInbox;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Learns of new users from Clerk, each once. */
@RestController
class WebhookController {
  private final WebhookInbox inbox = WebhookInbox.inMemory(10_000);
  private final List<String> newUsers = new CopyOnWriteArrayList<>();

  @PostMapping("/webhooks/clerk")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void receive(@ClerkWebhook WebhookDelivery delivery) {
    if (!inbox.seen(delivery.id())) {
      if (delivery.event() instanceof UserCreated created) {
        newUsers.add(created.data().id());
      }
      inbox.remember(delivery.id());
    }
  }

  List<String> newUsers() {
    return newUsers;
  }
}
