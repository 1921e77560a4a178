package dev.clerkbapi.testing.internal.bapi;

/**
 * Why a request does not fit the description, as an error of BAPI.
 *
 * @param status such as 422
 * @param code such as {@code form_param_missing}
 * @param param the parameter or member, such as {@code role} or {@code [0].email_address}; empty
 *     for the body itself
 */
public record Problem(int status, String code, String param, String message) {
  static Problem of(String code, String param, String message) {
    return new Problem(422, code, param, message);
  }
}
