package com.example;

import dev.clerkbapi.ClerkClient;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class Application {
  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }

  /** Spring closes it at the end. */
  @Bean
  ClerkClient clerk() {
    return ClerkClient.fromEnv();
  }

  @Bean
  CommandLineRunner lock(ClerkClient clerk) {
    return args -> System.out.println("locked: " + clerk.users().lockUser("user_123").locked());
  }
}
