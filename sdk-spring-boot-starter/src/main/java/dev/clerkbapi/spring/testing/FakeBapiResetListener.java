package dev.clerkbapi.spring.testing;

import dev.clerkbapi.testing.FakeBapi;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/** Empties the fake before each test method: application contexts are shared between tests. */
final class FakeBapiResetListener implements TestExecutionListener, Ordered {
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 1000; // Before any that use the fake.
  }

  @Override
  public void beforeTestMethod(TestContext test) {
    if (TestContextAnnotationUtils.hasAnnotation(
        test.getTestClass(), AutoConfigureFakeBapi.class)) {
      test.getApplicationContext().getBean(FakeBapi.class).reset();
    }
  }
}
