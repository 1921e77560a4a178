package dev.clerkbapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.model.User;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to read a list reads all its users, each once. */
class PagingTest {
  private static final int USERS = 250;

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "4", "loop", "peer"})
  void allUsers_areReadOnceInOrder(String contender) throws Exception {
    try (PageServer server = new PageServer(USERS);
        Stream<?> list = Paging.source(contender, server.baseUrl()).list()) {
      List<String> ids = list.map(PagingTest::id).toList();

      Set<String> different = new LinkedHashSet<>(ids);
      assertThat(ids).hasSize(USERS).hasSameSizeAs(different).isSorted();
      assertThat(ids.get(USERS - 1)).endsWith("0000000249");
    }
  }

  @Test
  void pageWithoutOffset_isTheFirst() throws Exception {
    try (PageServer server = new PageServer(USERS)) {
      assertThat(text(server, "/users?limit=1"))
          .isEqualTo(text(server, "/users?limit=1&offset=0"))
          .contains("0000000000");
    }
  }

  private static String text(PageServer server, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static String id(Object user) {
    return user instanceof User ours
        ? ours.id()
        : ((com.clerk.backend_api.models.components.User) user).id();
  }
}
