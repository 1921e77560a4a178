/**
 * Modules for Jackson, with which a model in a controller's response, or in an object of yours, is
 * written as BAPI's JSON and read back.
 */
@NullMarked
package dev.clerkbapi.jackson;

import org.jspecify.annotations.NullMarked;
