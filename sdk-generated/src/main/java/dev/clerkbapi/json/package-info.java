/**
 * What the generated models share: reading and writing JSON without reflection, open enums, unknown
 * variants.
 *
 * <p>Applications use {@link dev.clerkbapi.json.Page}, {@link dev.clerkbapi.json.Model}, {@link
 * dev.clerkbapi.json.OpenEnum}, {@link dev.clerkbapi.json.UnknownVariant} and {@link
 * dev.clerkbapi.json.MissingMemberException}; the rest is for generated code.
 */
@NullMarked
package dev.clerkbapi.json;

import org.jspecify.annotations.NullMarked;
