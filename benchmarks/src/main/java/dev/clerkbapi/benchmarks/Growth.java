package dev.clerkbapi.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.json.Page;
import dev.clerkbapi.model.GetUserListParams;
import dev.clerkbapi.model.User;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * How this SDK's cost grows with the size of a page, and with the number of users that are paged
 * through. Prints a line for each size. Arguments: {@code pages} or {@code paging}, the server's
 * address.
 */
public final class Growth {
  private static final int[] PAGES = {1, 10, 100, 500};
  private static final int USERS = 100_000;
  private static final int LARGEST_PAGE = 500;
  private static final int WARM_UP_USERS = 30_000;
  private static final int MEASURED_USERS = 20_000;
  private static final int HELD_USERS = 2_000;
  private static final int SETTLE = 3;

  private final ClerkClient clerk;

  private Growth(ClerkClient clerk) {
    this.clerk = clerk;
  }

  public static void main(String[] args) throws InterruptedException {
    try (ClerkClient clerk =
        ClerkClient.builder().secretKey(Contenders.KEY).baseUrl(args[1]).build()) {
      Growth growth = new Growth(clerk);
      if (args[0].equals("paging")) {
        growth.paging();
      } else {
        growth.pages();
      }
    }
  }

  /** Prints: users a page, microseconds, bytes allocated and bytes held, each of these a user. */
  private void pages() throws InterruptedException {
    var unused = read(WARM_UP_USERS, LARGEST_PAGE);
    for (int limit : PAGES) {
      unused = read(MEASURED_USERS / 10, limit);
      long bytes = allocated();
      long start = System.nanoTime();
      int users = read(limit == 1 ? MEASURED_USERS / 4 : MEASURED_USERS, limit);
      long nanos = System.nanoTime() - start;
      bytes = allocated() - bytes;
      System.out.println(
          limit + " " + nanos / 1000.0 / users + " " + bytes / users + " " + held(limit));
    }
  }

  private int read(int users, int limit) {
    int read = 0;
    while (read < users) {
      read += page(limit, read).size();
    }
    return read;
  }

  private long held(int limit) throws InterruptedException {
    List<Page<User>> pages = new ArrayList<>(HELD_USERS);
    long before = used();
    int users = 0;
    while (users < HELD_USERS) {
      Page<User> page = page(limit, users);
      users += page.size();
      pages.add(page);
    }
    long held = used() - before;
    return pages.isEmpty() ? 0 : held / users;
  }

  /** Prints, ten times on the way: users read so far, kilobytes of the heap that are in use. */
  private void paging() throws InterruptedException {
    int read = 0;
    while (read < USERS) {
      read += page(LARGEST_PAGE, read).size();
      if (read % (USERS / 10) == 0) {
        System.out.println(read + " " + used() / 1024);
      }
    }
  }

  private Page<User> page(int limit, int offset) {
    GetUserListParams params = GetUserListParams.builder().limit(limit).offset(offset).build();
    return clerk.call(clerk.api(UsersApi.class).getUserList(params));
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static long used() throws InterruptedException {
    for (int i = 0; i < SETTLE; i++) {
      System.gc();
      Thread.sleep(20);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
