package dev.clerkbapi.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked about the instance.
 *
 * @param id such as {@code ins_fakebapi}
 * @param environmentType such as {@code development}
 */
record InstanceRoutes(String id, String environmentType) {

  JsonResponse get() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("object", "instance");
    json.put("id", id);
    json.put("environment_type", environmentType);
    json.put("allowed_origins", null);
    json.put("workspace_id", null);
    return JsonResponse.ok(json);
  }
}
