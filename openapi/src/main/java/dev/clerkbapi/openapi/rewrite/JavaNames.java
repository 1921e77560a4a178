package dev.clerkbapi.openapi.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** How names of the description become Java names. */
public final class JavaNames {
  /**
   * {@code web3}, {@code M2M}, {@code JWKS}, {@code URLs} and {@code Key} are words; {@code _},
   * {@code -} and such part them.
   */
  private static final Pattern WORD =
      Pattern.compile(
          "[A-Z]{2,}s(?![a-z])|[A-Z]+[0-9]+[A-Z]*(?![a-z])|[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+(?:[0-9]+[a-z]*)*|[A-Z]|[0-9]+[a-z]*");

  /**
   * Types that generated code mentions by their simple name; a model of that name would hide them.
   */
  private static final Set<String> TAKEN_TYPES =
      Set.of(
          "Adapters",
          "BapiAdapters",
          "Builder",
          "Clock",
          "Collections",
          "Decoding",
          "IOException",
          "Instant",
          "Json",
          "JsonAdapter",
          "JsonReader",
          "Known",
          "LinkedHashMap",
          "List",
          "Map",
          "Model",
          "ModelAdapter",
          "ModelText",
          "Nullable",
          "Objects",
          "OpenEnum",
          "Page",
          "QueryParams",
          "SerializedModel",
          "Times",
          "Unknown",
          "UnknownVariant",
          "UserConveniences",
          "UserLockout");

  /** No-argument methods that every model has, or that {@code Object} has. */
  private static final Set<String> TAKEN_MEMBERS =
      Set.of(
          "additionalMembers",
          "builder",
          "build",
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "known",
          "memberNames",
          "memberValues",
          "moreNulls",
          "notify",
          "notifyAll",
          "receivedAt",
          "serialized",
          "toBuilder",
          "toJson",
          "toString",
          "wait",
          "writeReplace");

  private JavaNames() {}

  /**
   * {@code verification_otp} to {@code VerificationOtp}, {@code SAMLAccount} to {@code
   * SamlAccount}.
   */
  public static String type(String name) {
    String words = suffix(name);
    boolean isName = !words.isEmpty() && !Character.isDigit(words.charAt(0));
    return available(isName ? words : "Type" + words);
  }

  /** The name, or one beside it where generated code knows another type by that name. */
  static String available(String type) {
    return TAKEN_TYPES.contains(type) || inJavaLang(type) ? type + "Model" : type;
  }

  /**
   * {@code web3_wallet} to {@code web3Wallet}, {@code GetJWKS} to {@code getJwks}, {@code notify}
   * to {@code notify_}.
   */
  public static String member(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : words(name)) {
      camel.append(camel.isEmpty() ? word.toLowerCase(Locale.ROOT) : word(word));
    }
    if (camel.isEmpty() || Character.isDigit(camel.charAt(0))) {
      camel.insert(0, '_');
    }
    String member = camel.toString();
    boolean taken = TAKEN_MEMBERS.contains(member) || SourceVersion.isKeyword(member);
    return taken ? member + "_" : member;
  }

  /** {@code past_due} to {@code PAST_DUE}, {@code -created_at} to {@code MINUS_CREATED_AT}. */
  public static String constant(String value) {
    String sign = value.startsWith("-") ? "MINUS_" : value.startsWith("+") ? "PLUS_" : "";
    String upper =
        value
            .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .replaceAll("[^A-Za-z0-9]+", "_")
            .replaceAll("^_+|_+$", "")
            .toUpperCase(Locale.ROOT);
    if (upper.isEmpty()) {
      upper = value.isEmpty() ? "EMPTY" : "OTHER";
    }
    return sign.isEmpty() && Character.isDigit(upper.charAt(0)) ? "_" + upper : sign + upper;
  }

  public static String capitalized(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** The part of a type's name that a member gives: {@code idp_sso_url} to {@code IdpSsoUrl}. */
  static String suffix(String member) {
    StringBuilder suffix = new StringBuilder();
    words(member).forEach(word -> suffix.append(word(word)));
    return suffix.toString();
  }

  private static String word(String word) {
    boolean acronymWithDigit = word.chars().anyMatch(Character::isDigit);
    return capitalized(acronymWithDigit ? word : word.toLowerCase(Locale.ROOT));
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(name);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private static boolean inJavaLang(String type) {
    try {
      Class.forName("java.lang." + type, false, null);
      return true;
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      // NoClassDefFoundError: a name that differs in case only, on a file system that does not
      // care.
      return false;
    }
  }
}
