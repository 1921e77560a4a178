/**
 * Retrofit interfaces for every operation of Clerk's Backend API, one per tag. Generated from its
 * description.
 */
@NullMarked
package dev.clerkbapi.api;

import org.jspecify.annotations.NullMarked;
