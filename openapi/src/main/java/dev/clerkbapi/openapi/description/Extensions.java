package dev.clerkbapi.openapi.description;

/**
 * The names of the extension keys ({@code x-...}): what overlays add to the description, and what
 * the rewriter writes for the generator.
 */
public final class Extensions {
  /** All extension keys begin with it. */
  public static final String PREFIX = "x-";

  // Read from published descriptions.

  /** Holds webhooks in descriptions older than OpenAPI 3.1. */
  public static final String WEBHOOKS = "x-webhooks";

  // Written by overlays.

  /** On the document: the Java names of types, by their position. */
  public static final String NAMES = "x-names";

  /** On an operation: whether sending it twice does the same as sending it once. */
  public static final String IDEMPOTENT = "x-idempotent";

  /** On a member: whether {@code toString} hides its value; decided by its name if absent. */
  public static final String SECRET = "x-secret";

  /** On a schema: whether its model records when it was received. */
  public static final String RECEIVED_AT = "x-received-at";

  /** On a schema: the hand-written interfaces that its model implements. */
  public static final String IMPLEMENTS = "x-implements";

  // Written by the rewriter.

  /** On a type: {@code model}, {@code enum}, {@code union} or {@code params}. */
  public static final String KIND = "x-kind";

  /** On a union: the member whose value says which variant an object is. */
  public static final String TAG = "x-tag";

  /** On a union: each variant, as the value of the tag and a reference. */
  public static final String VARIANTS = "x-variants";

  /** On a model: whether requests contain it, so that its builder checks what is required. */
  public static final String REQUEST = "x-request";

  /** On the type of query parameters: the method that takes them. */
  public static final String OPERATION = "x-operation";

  /** On an operation: the type of its optional query parameters. */
  public static final String PARAMS = "x-params";

  /** On a query parameter: whether a list is written as one value, separated by commas. */
  public static final String COMMA_SEPARATED = "x-comma-separated";

  /** On a multipart body: the parts by name. */
  public static final String PARTS = "x-parts";

  /** On a list: that it is a page, and which member holds the array; empty for a bare array. */
  public static final String PAGE = "x-page";

  /** On an operation: a fixed part of the URL's query. */
  public static final String QUERY = "x-query";

  private Extensions() {}
}
