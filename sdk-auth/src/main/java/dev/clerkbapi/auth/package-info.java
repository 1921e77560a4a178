/**
 * Who sent a request: verification of the tokens that Clerk issues.
 *
 * <pre>{@code
 * TokenVerifier verifier = TokenVerifier.builder().client(clerk).authorizedParties("https://app.example.com").build();
 * String userId = verifier.verify(token).userId();
 * }</pre>
 */
@NullMarked
package dev.clerkbapi.auth;

import org.jspecify.annotations.NullMarked;
