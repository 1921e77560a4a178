package dev.clerkbapi.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each contender scored in each round. On a machine whose speed changes from minute to minute,
 * only scores of the same round may be compared.
 */
final class Rounds {
  private final Map<String, List<Double>> scores = new LinkedHashMap<>();

  void add(String contender, double score) {
    scores.computeIfAbsent(contender, name -> new ArrayList<>()).add(score);
  }

  boolean has(String contender) {
    return scores.containsKey(contender);
  }

  List<String> contenders() {
    return List.copyOf(scores.keySet());
  }

  double median(String contender) {
    return median(of(contender));
  }

  /** Returns the median of the ratios, one for each round. */
  double ratio(String contender, String reference) {
    List<Double> ours = of(contender);
    List<Double> theirs = of(reference);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      ratios.add(ours.get(i) / theirs.get(i));
    }
    return median(ratios);
  }

  private List<Double> of(String contender) {
    List<Double> known = scores.get(contender);
    if (known == null) {
      throw new IllegalArgumentException("nothing is known of " + contender);
    }
    return known;
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
