package dev.clerkbapi.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says whether sending the same request twice does what sending it once does, so that it may be
 * sent again when its response was lost. Without it, the HTTP method decides: GET, HEAD, PUT and
 * DELETE are, POST and PATCH are not.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Idempotent {
  boolean value() default true;
}
