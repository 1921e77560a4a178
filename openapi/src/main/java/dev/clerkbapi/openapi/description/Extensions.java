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

  /** On an operation: that it takes the secret key of a machine. */
  public static final String MACHINE_KEY = "x-machine-key";

  /** On a member: whether {@code toString} hides its value; decided by its name if absent. */
  public static final String SECRET = "x-secret";

  /** On a schema: whether its model records when it was received. */
  public static final String RECEIVED_AT = "x-received-at";

  /** On a schema: the hand-written interfaces that its model or union implements. */
  public static final String IMPLEMENTS = "x-implements";

  /**
   * On an operation: the error statuses it is known for, each with {@code when} and {@code codes};
   * by the rewriter, with those that the description declares.
   */
  public static final String THROWS = "x-throws";

  /** On the document: the classes that operations are methods of, by tag or by operation. */
  public static final String RESOURCES = "x-resources";

  /** On the document: what the client's method is called that returns a class. */
  public static final String ACCESSORS = "x-accessors";

  /** On the document: the Java names of methods, by operation. */
  public static final String METHODS = "x-methods";

  /**
   * On the document: the operations whose methods are written by hand; by the rewriter, on each of
   * these.
   */
  public static final String BY_HAND = "x-by-hand";

  // Written by the rewriter.

  /** On an operation, and on a tag: the class of the ergonomic client that it belongs to. */
  public static final String RESOURCE = "x-resource";

  /** On an operation: the client's method that returns this class. */
  public static final String ACCESSOR = "x-accessor";

  /** On an operation: the name of its method there. */
  public static final String METHOD = "x-method";

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

  // Written by the rewriter, for webhooks.

  /** On the document: the Java package of its types, where it is not that of BAPI's models. */
  public static final String PACKAGE = "x-package";

  /** On a type: the name of the event that it is. */
  public static final String EVENT = "x-event";

  /** On a union: whether an object without its tag is refused. */
  public static final String TAG_REQUIRED = "x-tag-required";

  /** On a member: the model of BAPI that is its type. */
  public static final String SHARED = "x-shared";

  private Extensions() {}
}
