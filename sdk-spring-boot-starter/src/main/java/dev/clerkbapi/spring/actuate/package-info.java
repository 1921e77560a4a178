/** Health, and secrets that stay secret, in the endpoints of Boot's actuator. */
@NullMarked
package dev.clerkbapi.spring.actuate;

import org.jspecify.annotations.NullMarked;
