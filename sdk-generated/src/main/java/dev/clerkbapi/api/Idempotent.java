package dev.clerkbapi.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation as idempotent or not: if sending the same request twice has the same effect as
 * sending it once, it is sent again after its response was lost. Without this annotation, the HTTP
 * method decides: GET, HEAD, PUT, DELETE and OPTIONS are idempotent, POST and PATCH are not.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Idempotent {
  /** Whether the operation is idempotent. */
  boolean value() default true;
}
