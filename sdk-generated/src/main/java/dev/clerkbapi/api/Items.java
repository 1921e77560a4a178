package dev.clerkbapi.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many elements a request that is a list has. {@code ClerkClient} refuses others, with an
 * {@code IllegalArgumentException}, before anything is sent.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Items {
  /** The least. */
  int min() default 0;

  /** The most. */
  int max() default Integer.MAX_VALUE;
}
