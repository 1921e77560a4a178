/** What tests of a Spring application need: requests of a user or a machine, without Clerk. */
@NullMarked
package dev.clerkbapi.spring.testing;

import org.jspecify.annotations.NullMarked;
