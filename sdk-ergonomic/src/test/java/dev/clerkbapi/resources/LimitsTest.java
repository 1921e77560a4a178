package dev.clerkbapi.resources;

import static dev.clerkbapi.resources.DescribedApi.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.api.InvitationsApi;
import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.model.BulkInvitation;
import dev.clerkbapi.model.GetUserListParams;
import dev.clerkbapi.model.UsersBanRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A value beyond a documented limit never leaves, whichever way the operation is called. */
class LimitsTest {
  private static final DescribedApi API = new DescribedApi();
  private static final Arguments ARGUMENTS = new Arguments(new Examples(API));

  private ExampleServer server;
  private ClerkClient clerk;

  @BeforeEach
  void start() throws IOException {
    server = new ExampleServer(API);
    clerk = ClerkClient.builder().secretKey("sk_test_limits").baseUrl(server.baseUrl()).build();
  }

  @AfterEach
  void stop() {
    clerk.close();
    server.close();
  }

  private void assertRefused(String message, Runnable call) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
    assertThat(server.taken()).isNull();
  }

  @Test
  void page_hasAtMost500_whicheverWayItIsAskedFor() {
    String message = "limit must be between 1 and 500, was 501";
    UsersApi api = clerk.api(UsersApi.class);

    assertRefused(message, () -> clerk.users().getUserList(p -> p.limit(501)));
    assertRefused(message, () -> clerk.users().streamUserList(p -> p.limit(501)).close());
    assertRefused(message, () -> api.getUserList(GetUserListParams.builder().limit(501).build()));
    clerk.users().getUserList(p -> p.limit(500));
    assertThat(server.taken().query()).contains("limit=500");
  }

  @Test
  void stream_takesPagesOf500() {
    assertThat(clerk.users().streamUserList(p -> p.limit(500))).hasSize(1);
    assertThat(server.taken().query()).contains("limit=500");
  }

  @Test
  void bulkBan_takes1To50Ids() {
    assertRefused(
        "user_ids must have between 1 and 50 values, has 51",
        () -> clerk.users().banUsers(r -> r.userIds(Collections.nCopies(51, "user_1"))));
    assertRefused(
        "user_ids must have between 1 and 50 values, has 0",
        () -> clerk.users().unbanUsers(r -> r.userIds(List.of())));
    clerk.call(
        clerk
            .api(UsersApi.class)
            .usersBan(UsersBanRequest.builder().userIds(Collections.nCopies(50, "u")).build()));
    assertThat(server.taken()).isNotNull();
  }

  @Test
  void listThatIsTheRequest_isCheckedInTheInterfaceToo() {
    BulkInvitation one = BulkInvitation.builder().emailAddress("ada@example.com").build();
    List<BulkInvitation> eleven = Collections.nCopies(11, one);
    String message = "the request must have between 1 and 10 values, has 11";

    assertRefused(message, () -> clerk.invitations().createInvitationBulk(eleven));
    assertRefused(
        message, () -> clerk.call(clerk.api(InvitationsApi.class).createBulkInvitations(eleven)));
    assertRefused(
        "the request must have between 1 and 10 values, has 0",
        () -> clerk.invitations().createInvitationBulk(List.of()));
  }

  static List<ResourceMethod> methodsWithALimitedList() {
    return ResourceMethod.calls().stream()
        .filter(it -> it.method().getParameterCount() > 0)
        .filter(it -> !body(it).isEmpty())
        .toList();
  }

  /** The body of its operation, where that is a list. */
  private static Map<String, Object> body(ResourceMethod method) {
    return API.operations().stream()
        .filter(it -> it.accessor().equals(method.accessor().getName()))
        .filter(it -> it.methodName().equals(method.method().getName()))
        .map(it -> object(object(object(it.node().get("requestBody")).get("content"))))
        .map(it -> object(object(it.get("application/json")).get("schema")))
        .filter(it -> "array".equals(it.get("type")))
        .findFirst()
        .orElse(Map.of());
  }

  @ParameterizedTest
  @MethodSource("methodsWithALimitedList")
  void everyListThatIsARequest_isLimited(ResourceMethod method) throws Exception {
    Object[] arguments = ARGUMENTS.of(method.method());
    int last = arguments.length - 1;
    Object element = ((List<?>) arguments[last]).get(0);
    int most = ((Long) body(method).get("maxItems")).intValue();

    arguments[last] = Collections.nCopies(most, element);
    method.invoke(clerk, arguments);
    assertThat(server.taken()).isNotNull();
    for (int other : new int[] {0, most + 1}) {
      arguments[last] = Collections.nCopies(other, element);
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> {
                try {
                  method.invoke(clerk, arguments);
                } catch (AssertionError e) {
                  throw e.getCause();
                }
              })
          .withMessageContaining(most + " values, has " + other);
      assertThat(server.taken()).isNull();
    }
  }

  @Test
  void listsThatAreRequests_areThere() {
    assertThat(methodsWithALimitedList()).hasSize(3);
  }
}
