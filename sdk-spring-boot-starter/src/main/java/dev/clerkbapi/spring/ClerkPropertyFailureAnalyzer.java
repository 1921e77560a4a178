package dev.clerkbapi.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the two sentences in place of a stack trace. */
final class ClerkPropertyFailureAnalyzer extends AbstractFailureAnalyzer<ClerkPropertyException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ClerkPropertyException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
