/** The SDK in a Spring Boot application; it configures itself from properties. */
@NullMarked
package dev.clerkbapi.spring;

import org.jspecify.annotations.NullMarked;
