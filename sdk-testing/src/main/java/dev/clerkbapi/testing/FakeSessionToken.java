package dev.clerkbapi.testing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The token of a session, made by {@link TokenSigner#session}. Immutable: each method that changes
 * something returns another one.
 */
public final class FakeSessionToken extends FakeToken<FakeSessionToken> {
  private final SessionGrants grants;

  FakeSessionToken(TokenDraft draft, SessionGrants grants) {
    super(draft);
    this.grants = grants;
  }

  @Override
  FakeSessionToken of(TokenDraft changed) {
    return new FakeSessionToken(changed, grants);
  }

  /** The claims that the test set itself go before those that say the same. */
  @Override
  TokenDraft complete() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(grants.claims());
    all.putAll(draft.claims());
    return draft.claims(all);
  }

  /**
   * Lays it out in version 1, as older instances do: without {@code v}, and with {@code org_id}.
   */
  public FakeSessionToken version1() {
    return with(
        new SessionGrants(
            1, grants.organization(), grants.permissions(), grants.features(), grants.plans()));
  }

  /**
   * Sets the ID of the session; {@code sess_123} otherwise.
   *
   * @param id such as {@code sess_1}
   */
  public FakeSessionToken sessionId(String id) {
    return with("sid", requireNonNull(id, "id"));
  }

  /**
   * Sets the origin of the page that asked for it. Otherwise it has none, and is refused where
   * authorized parties are set.
   *
   * @param origin such as {@code https://app.example.com}
   */
  public FakeSessionToken authorizedParty(String origin) {
    return with("azp", requireNonNull(origin, "origin"));
  }

  /**
   * Sets the active organization, whose slug is its ID in lower case with hyphens.
   *
   * @param id such as {@code org_123}
   * @param role such as {@code org:admin}
   */
  public FakeSessionToken organization(String id, String role) {
    return organization(id, id.toLowerCase(Locale.ROOT).replace('_', '-'), role);
  }

  /**
   * Sets the active organization.
   *
   * @param id such as {@code org_123}
   * @param slug such as {@code acme}
   * @param role such as {@code org:admin}
   */
  public FakeSessionToken organization(String id, String slug, String role) {
    return with(
        new SessionGrants(
            grants.version(),
            Map.of("id", id, "slug", slug, "role", role),
            grants.permissions(),
            grants.features(),
            grants.plans()));
  }

  /**
   * Adds permissions in the active organization, whose features they need are added too.
   *
   * @param permissions such as {@code org:billing:manage}
   * @throws IllegalArgumentException if it is not of this form, or one of Clerk's own ({@code
   *     org:sys_...}), which are never in a token
   */
  public FakeSessionToken permissions(String... permissions) {
    List.of(permissions).forEach(SessionGrants::checkPermission);
    return with(
        new SessionGrants(
            grants.version(),
            grants.organization(),
            plus(grants.permissions(), permissions),
            grants.features(),
            grants.plans()));
  }

  /**
   * Adds features of the active organization.
   *
   * @param names such as {@code billing}
   */
  public FakeSessionToken organizationFeatures(String... names) {
    return features(
        new SessionGrants.Scoped(
            plus(grants.features().organization(), names), grants.features().user()));
  }

  /**
   * Adds features of the user.
   *
   * @param names such as {@code themes}
   */
  public FakeSessionToken userFeatures(String... names) {
    return features(
        new SessionGrants.Scoped(
            grants.features().organization(), plus(grants.features().user(), names)));
  }

  /**
   * Adds plans of the active organization.
   *
   * @param names such as {@code pro}
   */
  public FakeSessionToken organizationPlans(String... names) {
    return plans(
        new SessionGrants.Scoped(
            plus(grants.plans().organization(), names), grants.plans().user()));
  }

  /**
   * Adds plans of the user.
   *
   * @param names such as {@code plus}
   */
  public FakeSessionToken userPlans(String... names) {
    return plans(
        new SessionGrants.Scoped(
            grants.plans().organization(), plus(grants.plans().user(), names)));
  }

  /**
   * Sets how many minutes ago the user proved who they are; 0 and -1 otherwise.
   *
   * @param first minutes since the first factor, such as 5; -1 for never
   * @param second minutes since the second factor, such as 5; -1 for never, or if there is none
   */
  public FakeSessionToken factorAges(int first, int second) {
    return with("fva", List.of(first, second));
  }

  /** Makes the session one with an open task, such as choosing an organization. */
  public FakeSessionToken pending() {
    return with("sts", "pending");
  }

  /**
   * Lets somebody act as the user. {@link #with} sets other members of {@code act}.
   *
   * @param userId who acts, such as {@code user_admin}
   */
  public FakeSessionToken actor(String userId) {
    return with("act", Map.of("sub", userId));
  }

  private FakeSessionToken with(SessionGrants changed) {
    return new FakeSessionToken(draft, changed);
  }

  private FakeSessionToken features(SessionGrants.Scoped changed) {
    return with(
        new SessionGrants(
            grants.version(),
            grants.organization(),
            grants.permissions(),
            changed,
            grants.plans()));
  }

  private FakeSessionToken plans(SessionGrants.Scoped changed) {
    return with(
        new SessionGrants(
            grants.version(),
            grants.organization(),
            grants.permissions(),
            grants.features(),
            changed));
  }

  private static List<String> plus(List<String> names, String... more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(List.of(more));
    return all.stream().distinct().toList();
  }
}
