package dev.clerkbapi.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.clerkbapi.testing.SignedWebhook;
import dev.clerkbapi.testing.WebhookSigner;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * Verifies the same message again and again, contenders in turn in this one process. Prints a line
 * for each turn: contender, microseconds of processor time and bytes, both of one verification.
 * Arguments: {@code tokens} or {@code webhooks}, turns of each contender that warm up, turns that
 * are measured.
 */
public final class Verifying {
  /** How long a turn takes. */
  public static final int TURN_MILLIS = 200;

  private static final long TURN_NANOS = TURN_MILLIS * 1_000_000L;
  private static final int BATCH = 50;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Takes the results, so that the compiler leaves nothing out. */
  @SuppressWarnings("UnusedVariable") // That it is written is what it is for.
  private static volatile Object last = "";

  private Verifying() {}

  public static void main(String[] args) throws Exception {
    Map<String, Verification> contenders = args[0].equals("tokens") ? tokens() : webhooks();
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      var unused = turns(contenders);
    }
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      System.out.print(turns(contenders));
    }
  }

  private static Map<String, Verification> tokens() throws Exception {
    SessionToken token = new SessionToken();
    return TokenVerifications.of(token, token.text());
  }

  private static Map<String, Verification> webhooks() throws Exception {
    WebhookSigner clerk = WebhookSigner.create();
    SignedWebhook webhook = clerk.event("user.created");
    return WebhookVerifications.of(clerk.secret(), webhook, webhook.body());
  }

  private static String turns(Map<String, Verification> contenders) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, Verification> contender : contenders.entrySet()) {
      lines.append(contender.getKey()).append(' ').append(turn(contender.getValue())).append('\n');
    }
    return lines.toString();
  }

  private static String turn(Verification verification) throws Exception {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long start = THREADS.getCurrentThreadCpuTime();
    long nanos;
    int count = 0;
    do {
      for (int i = 0; i < BATCH; i++) {
        last = verification.verify();
      }
      count += BATCH;
      nanos = THREADS.getCurrentThreadCpuTime() - start;
    } while (nanos < TURN_NANOS);
    bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    return nanos / 1000.0 / count + " " + bytes / count;
  }
}
