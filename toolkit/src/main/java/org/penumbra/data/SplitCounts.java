package org.penumbra.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares the sizes of a division with those the literature counts, and says what is known of why.
 */
final class SplitCounts {
  private static final int SHOWN = 10;

  private SplitCounts() {}

  /**
   * One sentence for each thing that differs; empty if the counts are as expected or nothing is
   * expected.
   */
  static List<String> differences(SplitRule rule, SkeletonDataset whole, int train, int test) {
    boolean known = rule.expectedTrain() > 0 || rule.expectedTest() > 0;
    if (!known || (train == rule.expectedTrain() && test == rule.expectedTest())) {
      return List.of();
    }
    List<String> notes = new ArrayList<>();
    notes.add(
        "The literature counts %,d training and %,d test clips; here are %,d and %,d."
            .formatted(rule.expectedTrain(), rule.expectedTest(), train, test));
    if (!whole.skipped().isEmpty()) {
      notes.add("%,d damaged files were left out.".formatted(whole.skipped().size()));
    }
    Set<String> values =
        whole.infos().stream().map(rule.field()::of).collect(Collectors.toUnmodifiableSet());
    Set<String> absent = new TreeSet<>(SplitCounts::byNumber);
    absent.addAll(rule.training());
    absent.removeAll(values);
    if (!absent.isEmpty()) {
      notes.add("There is no clip of training " + rule.field().label() + " " + some(absent) + ".");
    }
    Set<Integer> labels =
        whole.infos().stream().map(ClipInfo::label).collect(Collectors.toUnmodifiableSet());
    Set<String> classes = new TreeSet<>();
    for (int label = 0; label < whole.classNames().size(); label++) {
      if (!labels.contains(label)) {
        classes.add("'" + whole.classNames().get(label) + "'");
      }
    }
    if (!classes.isEmpty()) {
      notes.add("There is no clip of class " + some(classes) + ".");
    }
    if (notes.size() == 1) {
      notes.add(
          "No whole class or "
              + rule.field().label()
              + " is missing, so single clips are: compare with the set's manifest or file list.");
    }
    return List.copyOf(notes);
  }

  private static String some(Set<String> values) {
    String shown = values.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return values.size() <= SHOWN ? shown : shown + " and " + (values.size() - SHOWN) + " more";
  }

  /** Numbers in order of their value; other names after shorter ones. */
  private static int byNumber(String a, String b) {
    return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
  }
}
