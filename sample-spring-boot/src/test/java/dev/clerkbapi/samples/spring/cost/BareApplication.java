package dev.clerkbapi.samples.spring.cost;

import java.lang.management.ManagementFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * An application with nothing of its own. It starts, prints after how many milliseconds, and ends.
 */
@SpringBootApplication
public class BareApplication {
  /** What the line with the time begins with. */
  static final String STARTED = "started after ms: ";

  public static void main(String[] args) {
    long jvm = ManagementFactory.getRuntimeMXBean().getStartTime();
    try (var context = new SpringApplicationBuilder(BareApplication.class).run(args)) {
      System.out.println(STARTED + (System.currentTimeMillis() - jvm));
    }
  }
}
