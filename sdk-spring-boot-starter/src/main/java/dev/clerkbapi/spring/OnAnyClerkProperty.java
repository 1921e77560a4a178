package dev.clerkbapi.spring;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Looks for properties as binding them does: in variables of the environment, too. */
final class OnAnyClerkProperty extends SpringBootCondition {
  private static final Bindable<List<String>> TEXTS = Bindable.listOf(String.class);

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    MergedAnnotation<?> annotation =
        metadata.getAnnotations().get(ConditionalOnAnyClerkProperty.class);
    String[] names = annotation.getStringArray("value");
    ConditionMessage.Builder message =
        ConditionMessage.forCondition(ConditionalOnAnyClerkProperty.class);
    return Arrays.stream(names).anyMatch(name -> isSet(context.getEnvironment(), name))
        ? ConditionOutcome.match(message.because("one of " + List.of(names) + " is set"))
        : ConditionOutcome.noMatch(message.because("none of " + List.of(names) + " is set"));
  }

  static boolean isSet(Environment environment, String name) {
    return Binder.get(environment).bind(name, TEXTS).orElse(List.of()).stream()
        .anyMatch(StringUtils::hasText);
  }
}
