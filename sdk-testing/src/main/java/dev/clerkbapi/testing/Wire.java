package dev.clerkbapi.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** WireMock as a plain HTTP server: one stub for all requests, to which the gate responds. */
final class Wire implements ResponseDefinitionTransformerV2 {
  private static final int DELAY_THREADS = 4;
  private static final int CONNECTIONS_AT_ONCE = 1000;

  private final Gate gate;

  private Wire(Gate gate) {
    this.gate = gate;
  }

  static WireMockServer start(Gate gate) {
    WireMockServer server =
        new WireMockServer(
            wireMockConfig()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .gzipDisabled(true)
                // A delayed response occupies no thread, so any number can be pending.
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(DELAY_THREADS)
                .httpServerFactory(StoppableServer::new)
                // A load test opens all its connections at the same time.
                .jettyAcceptQueueSize(CONNECTIONS_AT_ONCE)
                .extensions(new Wire(gate)));
    server.start();
    server.stubFor(any(anyUrl()).willReturn(ok()));
    return server;
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    return gate.respond(event.getRequest());
  }

  @Override
  public String getName() {
    return "fake-bapi";
  }
}
