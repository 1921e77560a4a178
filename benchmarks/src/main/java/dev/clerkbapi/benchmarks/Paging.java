package dev.clerkbapi.benchmarks;

import com.clerk.backend_api.Clerk;
import com.clerk.backend_api.models.components.User;
import com.clerk.backend_api.models.operations.GetUserListRequest;
import dev.clerkbapi.ClerkClient;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads all users of a {@link PageServer}, 100 a page. Prints milliseconds to the first user, the
 * median of several lists; users a second; users read; and for {@code heap}, ten times on the way,
 * the kilobytes of the heap that are in use. Arguments: how many pages are asked for ahead, {@code
 * peer} for a loop over pages by Clerk's SDK, or {@code loop} for one by this SDK; the number of
 * users; the server's address; {@code time} or {@code heap}.
 */
public final class Paging {
  private static final int PAGE = 100;
  private static final int WARM_UP_LISTS = 10;
  private static final int LISTS = 11;
  private static final int WARM_UP_USERS = 2_000;

  private Paging() {}

  /** Makes the users of one list, in order. */
  interface Source {
    Stream<?> list();
  }

  public static void main(String[] args) {
    Source source = source(args[0], args[2]);
    int users = Integer.parseInt(args[1]);
    if (args[3].equals("heap")) {
      heap(source, users);
    } else {
      time(source, users);
    }
    System.exit(0); // The peer's client has threads of its own.
  }

  static Source source(String contender, String url) {
    if (contender.equals("peer")) {
      Clerk clerk = Clerk.builder().bearerAuth(Contenders.KEY).serverURL(url).build();
      return () -> loop(offset -> peerPage(clerk, offset));
    }
    ClerkClient clerk = ClerkClient.builder().secretKey(Contenders.KEY).baseUrl(url).build();
    if (contender.equals("loop")) {
      return () ->
          loop(from -> clerk.users().getUserList(it -> it.limit(PAGE).offset(from)).data());
    }
    ClerkClient ahead = clerk.with(options -> options.readAhead(Integer.parseInt(contender)));
    return () -> ahead.users().streamUserList(it -> it.limit(PAGE));
  }

  private static List<User> peerPage(Clerk clerk, long offset) {
    GetUserListRequest request = GetUserListRequest.builder().limit(PAGE).offset(offset).build();
    return clerk.users().list(request).userList().orElseThrow();
  }

  /** Makes the call for a page. */
  private interface PageCall {
    List<?> page(Long offset);
  }

  /** What a program without a stream does: page after page, until one is empty. */
  private static Stream<?> loop(PageCall calls) {
    return Stream.iterate(0L, offset -> offset + PAGE)
        .map(calls::page)
        .takeWhile(page -> !page.isEmpty())
        .flatMap(List::stream);
  }

  private static void time(Source source, int users) {
    var unused = first(source, WARM_UP_LISTS);
    read(source, WARM_UP_USERS);
    double first = first(source, LISTS);
    long start = System.nanoTime();
    long read = read(source, users);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println("paged " + first + " " + read / seconds + " " + read);
  }

  private static double first(Source source, int lists) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < lists; i++) {
      long start = System.nanoTime();
      try (Stream<?> list = source.list()) {
        Iterator<?> users = list.iterator();
        var unused = users.next();
        millis.add((System.nanoTime() - start) / 1e6);
      }
    }
    millis.sort(null);
    return millis.get(lists / 2);
  }

  private static long read(Source source, int users) {
    try (Stream<?> list = source.list()) {
      return list.limit(users).count();
    }
  }

  private static void heap(Source source, int users) {
    int read = 0;
    try (Stream<?> list = source.list()) {
      Iterator<?> all = list.iterator();
      while (all.hasNext() && read < users) {
        var unused = all.next();
        if (++read % (users / 10) == 0) {
          System.gc();
          long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
          System.out.println("heap " + read + " " + used / 1024);
        }
      }
    }
  }
}
