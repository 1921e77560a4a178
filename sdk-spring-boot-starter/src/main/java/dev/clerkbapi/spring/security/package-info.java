/** Spring Security with the tokens that Clerk issues. Start at {@link ClerkSecurity}. */
@NullMarked
package dev.clerkbapi.spring.security;

import org.jspecify.annotations.NullMarked;
