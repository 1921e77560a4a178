package com.example

import dev.clerkbapi.ClerkClient

fun main() {
  ClerkClient.fromEnv().use { clerk ->
    val user = clerk.users().lockUser("user_123")
    println("locked: ${user.locked()}")
  }
}
