package dev.clerkbapi.model;

import com.squareup.moshi.JsonAdapter;
import dev.clerkbapi.json.SerializedModel;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A model of this package, serialized; for generated code. */
final class ModelText extends SerializedModel {
  private static final long serialVersionUID = 1L;

  ModelText(String type, String json, @Nullable Instant receivedAt) {
    super(type, json, receivedAt);
  }

  @Override
  protected @Nullable JsonAdapter<?> adapter(String type, Clock clock) {
    return Adapters.find(type, clock);
  }
}
