/** How BAPI's description becomes Java: the mains that the build runs. */
@NullMarked
package dev.clerkbapi.openapi;

import org.jspecify.annotations.NullMarked;
