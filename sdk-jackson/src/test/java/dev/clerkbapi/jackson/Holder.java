package dev.clerkbapi.jackson;

import dev.clerkbapi.json.Page;
import dev.clerkbapi.model.User;
import dev.clerkbapi.webhooks.WebhookEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object of an application, with the SDK's inside. */
record Holder(
    User firstUser,
    List<User> otherUsers,
    Map<String, User> byName,
    Optional<User> perhaps,
    Page<User> onePage,
    WebhookEvent lastEvent,
    Object anything) {}
