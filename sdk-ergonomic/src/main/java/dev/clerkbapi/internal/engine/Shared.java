package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.http.Http;
import dev.clerkbapi.internal.http.HttpSettings;
import dev.clerkbapi.internal.http.JvmTls;
import dev.clerkbapi.internal.support.Lifecycle;
import org.jspecify.annotations.Nullable;

/**
 * What a client has once, whatever the keys of its views: connections, threads, and the limit of
 * requests at once. Built when it is first used. Thread-safe.
 */
final class Shared {
  private final HttpSettings settings;
  private final Lifecycle lifecycle = new Lifecycle();
  private final Slots slots = new Slots();
  private final Object lock = new Object();
  private volatile @Nullable Http http;
  private volatile @Nullable AsyncTasks asyncTasks;

  Shared(HttpSettings settings) {
    this.settings = settings;
  }

  Lifecycle lifecycle() {
    return lifecycle;
  }

  Slots slots() {
    return slots;
  }

  Http http() {
    Http made = http;
    if (made != null) {
      return made;
    }
    synchronized (lock) {
      lifecycle.requireOpen();
      made = http;
      if (made == null) {
        made = new Http(settings, lifecycle);
        http = made;
      }
      return made;
    }
  }

  void awaitTls() {
    JvmTls tls = settings.tls();
    if (tls != null) {
      tls.await();
    }
  }

  AsyncTasks asyncTasks() {
    AsyncTasks made = asyncTasks;
    if (made != null) {
      return made;
    }
    synchronized (lock) {
      lifecycle.requireOpen();
      made = asyncTasks;
      if (made == null) {
        made = new AsyncTasks(lifecycle);
        asyncTasks = made;
      }
      return made;
    }
  }

  /** Refuses further calls, and ends running ones; a second time does nothing. */
  void close() {
    Http openHttp;
    AsyncTasks openTasks;
    synchronized (lock) {
      if (lifecycle.isClosed()) {
        return;
      }
      lifecycle.close();
      slots.close();
      openHttp = http;
      openTasks = asyncTasks;
    }
    if (openHttp != null) {
      openHttp.close();
    }
    if (openTasks != null) {
      openTasks.close();
    }
  }

  @Override
  public String toString() {
    return settings.baseUrl().toString();
  }
}
