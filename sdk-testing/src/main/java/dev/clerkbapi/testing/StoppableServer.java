package dev.clerkbapi.testing;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;

/** Drops delayed responses on stop; WireMock's own server would keep threads for them. */
final class StoppableServer extends Jetty11HttpServer {
  StoppableServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    super(options, admin, stubs);
  }

  @Override
  public void stop() {
    scheduledExecutorService.shutdownNow();
    super.stop();
  }
}
