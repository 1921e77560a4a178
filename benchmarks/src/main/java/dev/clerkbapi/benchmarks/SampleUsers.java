package dev.clerkbapi.benchmarks;

import java.nio.charset.StandardCharsets;

/** Users as BAPI shows them. All data is invented. */
public final class SampleUsers {
  /** With so many e-mail addresses a user is some 5.7 KB of JSON, which all contenders get. */
  public static final int EMAILS = 3;

  /** As long as those that BAPI sends, which hold what the image is made of. */
  private static final String IMAGE =
      "https://img.example.com/" + "eyJ0eXBlIjoicHJveHki".repeat(30);

  private static final String TIMES = "\"created_at\":1767225600000,\"updated_at\":1767312000000";

  private SampleUsers() {}

  /** Returns the user whom every contender reads. */
  public static byte[] user() {
    return user(EMAILS).getBytes(StandardCharsets.UTF_8);
  }

  static String user(int emails) {
    return "{\"id\":\"user_2pQrStUvWxYz0123456789\",\"object\":\"user\",\"external_id\":\"crm-004711\","
        + "\"primary_email_address_id\":\"idn_2pQrStUvWxYz0123456email0\",\"primary_phone_number_id\":\"idn_2pQrStUvWxYz0123456phone0\","
        + "\"primary_web3_wallet_id\":null,\"username\":\"ada.example\",\"first_name\":\"Ada\","
        + "\"last_name\":\"Example\",\"locale\":\"en-GB\",\"image_url\":\""
        + IMAGE
        + "\","
        + "\"has_image\":true,"
        + metadata()
        + ",\"email_addresses\":["
        + repeat(emails, SampleUsers::email)
        + "],\"phone_numbers\":["
        + repeat(1, SampleUsers::phone)
        + "],\"web3_wallets\":[],\"passkeys\":[],\"external_accounts\":["
        + repeat(1, SampleUsers::account)
        + "],\"saml_accounts\":[],"
        + "\"enterprise_accounts\":[],\"password_enabled\":true,\"two_factor_enabled\":true,"
        + "\"totp_enabled\":true,\"backup_code_enabled\":true,\"mfa_enabled_at\":1767229200000,"
        + "\"mfa_disabled_at\":null,\"last_sign_in_at\":1767312000000,\"banned\":false,"
        + "\"locked\":true,\"lockout_expires_in_seconds\":3600,\"verification_attempts_remaining\":0,"
        + "\"delete_self_enabled\":true,\"create_organization_enabled\":true,"
        + "\"create_organizations_limit\":10,\"last_active_at\":1767312000000,"
        + "\"legal_accepted_at\":1767225600000,"
        + TIMES
        + "}";
  }

  /** Returns an array of users of the usual size. */
  static String page(int users) {
    String user = user(EMAILS);
    return "[" + repeat(users, i -> user) + "]";
  }

  private static String metadata() {
    String map =
        "{\"plan\":\"enterprise\",\"seats\":250,\"beta\":true,\"tags\":[\"north\",\"pilot\",\"invoice\"],"
            + "\"address\":{\"street\":\"1 Example Street\",\"city\":\"Exampleton\",\"country\":\"GB\","
            + "\"post_code\":\"EX1 1EX\"},\"scores\":[0.25,0.5,0.75],\"manager\":null}";
    return "\"public_metadata\":"
        + map
        + ",\"private_metadata\":"
        + map
        + ",\"unsafe_metadata\":{\"theme\":\"dark\"}";
  }

  private static String email(int i) {
    return "{\"id\":\"idn_2pQrStUvWxYz0123456email"
        + i
        + "\",\"object\":\"email_address\",\"email_address\":\"ada."
        + i
        + "@example.com\",\"reserved\":false,\"verification\":{\"object\":\"verification_otp\","
        + "\"status\":\"verified\",\"strategy\":\"email_code\",\"attempts\":1,\"expire_at\":1767226200000},"
        + "\"linked_to\":[{\"type\":\"oauth_google\",\"id\":\"idn_2pQrStUvWxYz012345google"
        + i
        + "\"},{\"type\":\"saml\",\"id\":\"idn_2pQrStUvWxYz01234567saml"
        + i
        + "\"}],\"matches_sso_connection\":false,"
        + TIMES
        + "}";
  }

  private static String phone(int i) {
    return "{\"id\":\"idn_2pQrStUvWxYz0123456phone"
        + i
        + "\",\"object\":\"phone_number\",\"phone_number\":\"+4479460000"
        + i
        + "0\",\"reserved_for_second_factor\":true,\"default_second_factor\":false,\"reserved\":false,"
        + "\"verification\":{\"object\":\"verification_otp\",\"status\":\"verified\","
        + "\"strategy\":\"phone_code\",\"attempts\":1,\"expire_at\":1767226200000},\"linked_to\":[],"
        + "\"backup_codes\":null,"
        + TIMES
        + "}";
  }

  private static String account(int i) {
    return "{\"object\":\"external_account\",\"id\":\"eac_2pQrStUvWxYz012345google"
        + i
        + "\",\"provider\":\"oauth_google\",\"identification_id\":\"idn_2pQrStUvWxYz012345google"
        + i
        + "\",\"provider_user_id\":\"1000000000000"
        + i
        + "\",\"approved_scopes\":\"email openid profile\",\"email_address\":\"ada."
        + i
        + "@example.com\",\"first_name\":\"Ada\",\"last_name\":\"Example\","
        + "\"avatar_url\":\""
        + IMAGE
        + "\","
        + "\"image_url\":\""
        + IMAGE
        + "\",\"username\":null,"
        + "\"public_metadata\":{},\"label\":null,"
        + TIMES
        + ",\"verification\":{\"object\":\"verification_oauth\",\"status\":\"verified\","
        + "\"strategy\":\"oauth_google\",\"attempts\":null,\"expire_at\":1767226200000}}";
  }

  private static String repeat(int count, java.util.function.IntFunction<String> one) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(i == 0 ? "" : ",").append(one.apply(i));
    }
    return all.toString();
  }
}
