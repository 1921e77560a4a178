package com.example;

import dev.clerkbapi.ClerkClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class Application {
  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }

  @Bean
  ClerkClient clerk(@Value("${clerk.url}") String url, @Value("${clerk.key}") String key) {
    return ClerkClient.builder().secretKey(key).baseUrl(url).build();
  }
}
