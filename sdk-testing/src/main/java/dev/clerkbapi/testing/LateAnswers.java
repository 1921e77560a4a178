package dev.clerkbapi.testing;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;

/** WireMock's server, which otherwise keeps its threads after the end for answers still to come. */
final class LateAnswers extends Jetty11HttpServer {
  LateAnswers(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    super(options, admin, stubs);
  }

  @Override
  public void stop() {
    scheduledExecutorService.shutdownNow();
    super.stop();
  }
}
