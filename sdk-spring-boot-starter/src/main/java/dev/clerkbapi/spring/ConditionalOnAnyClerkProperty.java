package dev.clerkbapi.spring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** Matches if one of these properties is set, and not blank. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnAnyClerkProperty.class)
@interface ConditionalOnAnyClerkProperty {
  /** Such as {@code clerk.secret-key}. */
  String[] value();
}
