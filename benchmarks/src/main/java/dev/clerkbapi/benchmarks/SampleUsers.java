package dev.clerkbapi.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.regex.Pattern;

/**
 * JSON of users, with one of everything that a user can have, so that every type is decoded. All
 * data is invented.
 */
public final class SampleUsers {
  private static final Pattern INDENT = Pattern.compile("\\s*\\n\\s*");

  private static final String IMAGE = "https://img.example.com/" + "eyJ0eXBlIjoicHJveHki".repeat(8);

  private static final String METADATA =
      """
      {"plan": "enterprise", "seats": 250, "beta": true, "tags": ["north", "pilot"],
       "address": {"street": "1 Example Street", "city": "Exampleton", "country": "GB"},
       "manager": null}
      """;

  private static final String EMAIL =
      """
      {
        "id": "idn_2pQrStUvWxYz0123456email", "object": "email_address",
        "email_address": "ada@example.com", "reserved": false,
        "verification": {
          "object": "verification_otp", "status": "verified", "strategy": "email_code",
          "attempts": 1, "expire_at": 1767226200000, "verified_at_client": null
        },
        "linked_to": [
          {"type": "oauth_google", "id": "idn_2pQrStUvWxYz012345google"},
          {"type": "saml", "id": "idn_2pQrStUvWxYz01234567saml"}
        ],
        "matches_sso_connection": true,
        "created_at": 1767225600000, "updated_at": 1767312000000
      }""";

  private static final String PHONE =
      """
      {
        "id": "idn_2pQrStUvWxYz0123456phone", "object": "phone_number",
        "phone_number": "+447946000000", "reserved_for_second_factor": true,
        "default_second_factor": true, "reserved": false,
        "verification": {
          "object": "verification_otp", "status": "verified", "strategy": "phone_code",
          "attempts": 1, "expire_at": 1767226200000, "verified_at_client": null
        },
        "linked_to": [], "backup_codes": null,
        "created_at": 1767225600000, "updated_at": 1767312000000
      }""";

  private static final String WALLET =
      """
      {
        "id": "idn_2pQrStUvWxYz012345wallet", "object": "web3_wallet",
        "web3_wallet": "0x0000000000000000000000000000000000000001",
        "verification": {
          "object": "verification_web3", "status": "verified",
          "strategy": "web3_metamask_signature", "nonce": null, "attempts": 1,
          "expire_at": 1767226200000
        },
        "created_at": 1767225600000, "updated_at": 1767312000000
      }""";

  private static final String PASSKEY =
      """
      {
        "id": "idn_2pQrStUvWxYz01234passkey", "object": "passkey", "name": "Chrome on macOS",
        "last_used_at": 1767226200000,
        "verification": {
          "object": "verification_passkey", "status": "verified", "strategy": "passkey",
          "nonce": "nonce", "attempts": 1, "expire_at": 1767226200000
        }
      }""";

  private static final String GOOGLE =
      """
      {
        "object": "external_account", "id": "eac_2pQrStUvWxYz012345google",
        "provider": "oauth_google", "identification_id": "idn_2pQrStUvWxYz012345google",
        "provider_user_id": "10000000000000", "approved_scopes": "email openid profile",
        "email_address": "ada@example.com", "first_name": "Ada", "last_name": "Example",
        "avatar_url": "https://accounts.example.com/a/ACg8ocIq", "image_url": "$IMAGE",
        "username": null, "public_metadata": {}, "label": null,
        "created_at": 1767225600000, "updated_at": 1767312000000,
        "verification": {
          "object": "verification_oauth", "status": "verified", "strategy": "oauth_google",
          "attempts": null, "expire_at": 1767226200000, "verified_at_client": null
        }
      }""";

  private static final String SAML_VERIFICATION =
      """
      {
        "object": "verification_saml", "status": "verified", "strategy": "saml",
        "external_verification_redirect_url": null, "error": null,
        "expire_at": 1767226200000, "attempts": null
      }""";

  private static final String SAML =
      """
      {
        "id": "samlacc_2pQrStUvWxYz012345678", "object": "saml_account", "provider": "saml_okta",
        "active": true, "email_address": "ada@example.com", "first_name": "Ada",
        "last_name": "Example", "provider_user_id": "00u1a2b3c4",
        "last_authenticated_at": 1767226200000, "public_metadata": {},
        "verification": $SAML_VERIFICATION,
        "saml_connection": {
          "id": "samlc_2pQrStUvWxYz0123456789", "name": "Example Okta", "domain": "example.com",
          "domains": ["example.com"], "active": true, "provider": "saml_okta",
          "sync_user_attributes": true, "allow_subdomains": false, "allow_idp_initiated": false,
          "disable_additional_identifications": false,
          "created_at": 1767225600000, "updated_at": 1767312000000
        }
      }""";

  private static final String ENTERPRISE =
      """
      {
        "id": "entacc_2pQrStUvWxYz0123456789", "object": "enterprise_account",
        "protocol": "saml", "provider": "saml_okta", "active": true,
        "email_address": "ada@example.com", "first_name": "Ada", "last_name": "Example",
        "provider_user_id": "00u1a2b3c4",
        "enterprise_connection_id": "entconn_2pQrStUvWxYz012345678", "public_metadata": {},
        "verification": $SAML_VERIFICATION,
        "enterprise_connection": {
          "id": "entconn_2pQrStUvWxYz012345678", "protocol": "saml", "provider": "saml_okta",
          "name": "Example Okta", "logo_public_url": null, "domain": "example.com",
          "domains": ["example.com"], "active": true, "sync_user_attributes": true,
          "allow_subdomains": false, "allow_idp_initiated": false,
          "disable_additional_identifications": false,
          "created_at": 1767225600000, "updated_at": 1767312000000
        },
        "last_authenticated_at": 1767226200000
      }""";

  private static final String USER =
      """
      {
        "id": "user_2pQrStUvWxYz0123456789", "object": "user", "external_id": "crm-004711",
        "primary_email_address_id": "idn_2pQrStUvWxYz0123456email",
        "primary_phone_number_id": "idn_2pQrStUvWxYz0123456phone",
        "primary_web3_wallet_id": "idn_2pQrStUvWxYz012345wallet", "username": "ada.example",
        "first_name": "Ada", "last_name": "Example", "locale": "en-GB", "image_url": "$IMAGE",
        "has_image": true, "public_metadata": $METADATA, "private_metadata": $METADATA,
        "unsafe_metadata": {"theme": "dark"},
        "email_addresses": [$EMAILS], "phone_numbers": [$PHONES], "web3_wallets": [$WALLETS],
        "passkeys": [$PASSKEYS], "password_enabled": true, "two_factor_enabled": true,
        "totp_enabled": true, "backup_code_enabled": true, "mfa_enabled_at": 1767229200000,
        "mfa_disabled_at": null, "password_last_updated_at": 1767229200000,
        "external_accounts": [$GOOGLES], "saml_accounts": [$SAMLS],
        "enterprise_accounts": [$ENTERPRISES], "last_sign_in_at": 1767312000000,
        "banned": false, "locked": true, "lockout_expires_in_seconds": 3600,
        "verification_attempts_remaining": 0, "delete_self_enabled": true,
        "create_organization_enabled": true, "create_organizations_limit": 10,
        "last_active_at": 1767312000000, "legal_accepted_at": 1767225600000,
        "bypass_client_trust": false, "created_at": 1767225600000, "updated_at": 1767312000000
      }""";

  private SampleUsers() {}

  /** Returns the user whom every contender reads: one of everything, some 5.7 KB of JSON. */
  public static byte[] full() {
    return bytes(user(1, 1));
  }

  /** Returns a user who has an e-mail address and nothing else, some 2 KB. */
  public static byte[] plain() {
    return bytes(user(1, 0));
  }

  /** Returns a full user with that many e-mail addresses. */
  public static byte[] withEmails(int count) {
    return bytes(user(count, 1));
  }

  /** Returns an array of that many full users. */
  public static byte[] page(int users) {
    return bytes("[" + repeat(user(1, 1), users) + "]");
  }

  static byte[] named(String name) {
    return switch (name) {
      case "full" -> full();
      case "plain" -> plain();
      default -> withEmails(Integer.parseInt(name));
    };
  }

  private static String user(int emails, int others) {
    String readable =
        USER.replace("$EMAILS", repeat(EMAIL, emails))
            .replace("$PHONES", repeat(PHONE, others))
            .replace("$WALLETS", repeat(WALLET, others))
            .replace("$PASSKEYS", repeat(PASSKEY, others))
            .replace("$GOOGLES", repeat(GOOGLE, others))
            .replace("$SAMLS", repeat(SAML, others))
            .replace("$ENTERPRISES", repeat(ENTERPRISE, others))
            .replace("$SAML_VERIFICATION", SAML_VERIFICATION)
            .replace("$METADATA", METADATA)
            .replace("$IMAGE", IMAGE);
    // BAPI sends no white space; no string in here has a line's end, or a space behind these.
    return INDENT.matcher(readable).replaceAll("").replace("\": ", "\":").replace(", \"", ",\"");
  }

  private static String repeat(String json, int count) {
    return String.join(",", Collections.nCopies(count, json));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
