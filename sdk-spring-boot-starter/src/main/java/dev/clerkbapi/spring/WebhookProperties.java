package dev.clerkbapi.spring;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which webhooks are genuine.
 *
 * @param webhookSigningSecret Signing secret of the endpoint, such as whsec_...; two while one
 *     replaces the other.
 * @param webhookTolerance How far the time of sending may lie from now, before or after.
 * @param webhookMaxBodySize Largest body of a webhook.
 */
@ConfigurationProperties("clerk")
record WebhookProperties(
    @DefaultValue List<String> webhookSigningSecret,
    @DefaultValue("5m") Duration webhookTolerance,
    @DefaultValue("1MB") DataSize webhookMaxBodySize) {

  /** A webhook of more than 2 GiB would not fit into an array. */
  int maxBodyBytes() {
    return (int) Math.min(webhookMaxBodySize.toBytes(), Integer.MAX_VALUE - 1L);
  }

  /** Leaves out the secrets. */
  @Override
  public String toString() {
    return "WebhookProperties[" + webhookTolerance + ", " + webhookMaxBodySize + "]";
  }
}
