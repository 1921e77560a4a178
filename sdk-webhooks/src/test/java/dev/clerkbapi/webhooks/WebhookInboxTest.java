package dev.clerkbapi.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WebhookInboxTest {
  @Test
  void deliverySeenBefore_isKnown() {
    WebhookInbox inbox = WebhookInbox.inMemory(10);
    assertThat(inbox.seen("msg_1")).isFalse();
    assertThat(inbox.remember("msg_1")).isTrue();
    assertThat(inbox.seen("msg_1")).isTrue();
    assertThat(inbox.remember("msg_1")).isFalse();
    assertThat(inbox.seen("msg_2")).isFalse();
  }

  @Test
  void fullInbox_forgetsTheOldest() {
    WebhookInbox inbox = WebhookInbox.inMemory(3);
    for (String id : List.of("a", "b", "a", "c", "d")) {
      inbox.remember(id);
    }
    assertThat(List.of("a", "b", "c", "d")).filteredOn(inbox::seen).containsExactly("b", "c", "d");
  }

  @Test
  void manyThreadsWithOneId_oneIsFirst() {
    WebhookInbox inbox = WebhookInbox.inMemory(1000);
    long first = IntStream.range(0, 1000).parallel().filter(i -> inbox.remember("msg_1")).count();
    assertThat(first).isEqualTo(1);
  }

  @Test
  void noCapacity_isRefused() {
    assertThatThrownBy(() -> WebhookInbox.inMemory(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
