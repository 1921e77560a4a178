package dev.clerkbapi.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** WireMock, reduced to a socket: one stub for all requests, whose answer the gate gives. */
final class Wire implements ResponseDefinitionTransformerV2 {
  private static final int LATE_THREADS = 4;
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
                // Answers that are late hold no thread, so that any number can be.
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(LATE_THREADS)
                .httpServerFactory(LateAnswers::new)
                // A load test opens its connections all at once.
                .jettyAcceptQueueSize(CONNECTIONS_AT_ONCE)
                .extensions(new Wire(gate)));
    server.start();
    server.stubFor(any(anyUrl()).willReturn(ok()));
    return server;
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    return gate.answer(event.getRequest());
  }

  @Override
  public String getName() {
    return "fake-bapi";
  }
}
