package dev.clerkbapi.spring;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Says which property makes the bean that somebody asks for. Before Boot's own analyzer, which
 * lists conditions.
 */
@Order(0)
final class MissingBeanFailureAnalyzer
    extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {
  private final Environment environment;

  MissingBeanFailureAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  @SuppressWarnings("NullAway") // Boot 3.5 does not say that it takes and returns null here.
  protected @Nullable FailureAnalysis analyze(
      Throwable rootFailure, NoSuchBeanDefinitionException cause, @Nullable String description) {
    Class<?> type = cause.getBeanType();
    if (type == null || cause instanceof NoUniqueBeanDefinitionException) {
      return null;
    }
    Optional<NeededProperty> needed =
        NeededProperty.of(type).filter(property -> !property.isSet(environment));
    return needed
        .filter(property -> environment.getProperty("clerk.enabled", Boolean.class, true))
        .map(property -> analysis(property, type, cause, description))
        .orElse(null);
  }

  private static FailureAnalysis analysis(
      NeededProperty needed, Class<?> type, Throwable cause, @Nullable String who) {
    return new FailureAnalysis(
        (who == null ? "Something" : who)
            + (" needs a bean of type '" + type.getName() + "', and ")
            + (needed.names() + " is not set."),
        needed.action(),
        cause);
  }
}
