package dev.clerkbapi.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What both describe alike is one class; what only events have is in this package. */
class SharedTypesTest {
  @ParameterizedTest
  @CsvSource({
    "UserCreated, dev.clerkbapi.model.User",
    "UserDeleted, dev.clerkbapi.model.DeletedObject",
    "OrganizationUpdated, dev.clerkbapi.model.Organization",
    "OrganizationDomainCreated, dev.clerkbapi.model.OrganizationDomain",
    "OrganizationMembershipDeleted, dev.clerkbapi.model.OrganizationMembership",
    "RoleCreated, dev.clerkbapi.model.Role",
    "PermissionUpdated, dev.clerkbapi.model.Permission",
    "WaitlistEntryCreated, dev.clerkbapi.model.WaitlistEntry",
    "SessionPending, dev.clerkbapi.webhooks.SessionEventPayload",
    "SubscriptionItemCreated, dev.clerkbapi.webhooks.BillingSubscriptionItemEventPayload",
    "EmailCreated, dev.clerkbapi.webhooks.EmailEventPayload",
  })
  void data_hasItsType(String event, String type) throws Exception {
    Method data = Class.forName("dev.clerkbapi.webhooks." + event).getMethod("data");
    assertThat(data.getReturnType().getName()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "user, dev.clerkbapi.model.User",
    "status, dev.clerkbapi.webhooks.SessionEventPayloadStatus"
  })
  void session_hasTheUserOfBapiAndAStatusOfItsOwn(String member, String type) throws Exception {
    assertThat(
            SessionEventPayload.class
                .getMethod(member.toLowerCase(Locale.ROOT))
                .getReturnType()
                .getName())
        .isEqualTo(type);
  }
}
