package com.example;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.testing.FakeBapiExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The fake of Clerk beside a WireMock for another API; the fake starts first. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FakeFirstTest {
  @Order(1)
  @RegisterExtension
  static final FakeBapiExtension BAPI = FakeBapiExtension.create();

  @Order(2)
  @RegisterExtension
  static final WireMockExtension SHOP =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @DynamicPropertySource
  static void urls(DynamicPropertyRegistry properties) {
    properties.add("clerk.url", BAPI::baseUrl);
    properties.add("clerk.key", BAPI::secretKey);
  }

  @Test
  void both_respond(@Autowired ClerkClient clerk) throws Exception {
    BAPI.fake().addUser("user_123");
    SHOP.stubFor(get("/stock").willReturn(ok("7")));

    clerk.users().lockUser("user_123");

    assertThat(BAPI.fake().isLocked("user_123")).isTrue();
    assertThat(text(SHOP.baseUrl() + "/stock")).isEqualTo("7");
  }

  private static String text(String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
