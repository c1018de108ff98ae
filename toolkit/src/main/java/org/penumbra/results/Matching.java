package org.penumbra.results;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When an outcome of ours belongs to a published cell. All that tells the table's cells apart must
 * agree, and so must method, stream, protocol, occlusion and imputation; the data set need not.
 */
final class Matching {
  /** What a setting is where nobody speaks of it: the papers' defaults. */
  private static final Map<String, String> NEUTRAL =
      Map.of(
          "occlusion", "none",
          "imputation", "none",
          "masked_joints", "0",
          "masked_parts", "0",
          "csm_joints", "9",
          "K", "10",
          "embedding", "6144");

  private static final List<String> ALWAYS = List.of("occlusion", "imputation");
  private static final List<String> APART =
      List.of("method", "stream", "dataset", "split", "protocol");

  private Matching() {}

  /**
   * Whether the outcome is what the cell is, whatever the data set.
   *
   * @param keys that tell the cells of its table apart
   */
  static boolean fits(PaperCell cell, List<String> keys, Outcome outcome) {
    Condition ours = outcome.condition();
    return method(cell.method()).equals(method(ours.method()))
        && streamFits(cell.stream(), ours.stream())
        && cell.protocol().equals(ours.protocol())
        && Stream.concat(keys.stream(), ALWAYS.stream())
            .filter(key -> !APART.contains(key))
            .allMatch(key -> alike(key, cell.condition().value(key), outcome.value(key)))
        && ours.settings().entrySet().stream()
            .filter(setting -> !cell.settings().containsKey(setting.getKey()))
            .allMatch(setting -> alike(setting.getKey(), "", setting.getValue()));
  }

  /** Whether data set and split are the cell's; a split that the paper leaves open is any. */
  static boolean sameData(PaperCell cell, Condition ours) {
    return cell.dataset().equals(ours.dataset())
        && (cell.split().isEmpty() || cell.split().equals(ours.split()));
  }

  /** Settings that both state, and state differently. */
  static List<String> otherSettings(PaperCell cell, Outcome outcome) {
    return new TreeSet<>(cell.settings().keySet())
        .stream()
            .filter(key -> !outcome.value(key).isEmpty())
            .filter(key -> !alike(key, cell.settings().get(key), outcome.value(key)))
            .map(key -> differs(key, outcome.value(key), cell.settings().get(key)))
            .toList();
  }

  static String differs(String name, String ours, String paper) {
    return name + " " + ours + " (paper: " + paper + ")";
  }

  /** The paper leaves the stream of a single-stream system open: joints then. */
  static boolean streamOpen(PaperCell cell) {
    return cell.stream().isEmpty() || cell.stream().equals("single");
  }

  private static boolean streamFits(String paper, String ours) {
    boolean open = paper.isEmpty() || paper.equals("single");
    return open ? ours.equals("J") || ours.equals(paper) : paper.equals(ours);
  }

  private static String method(String name) {
    return name.equals("IosPSTL") ? "OPSTL" : name; // the paper's two names of one method
  }

  private static boolean alike(String key, String paper, String ours) {
    String neutral = NEUTRAL.getOrDefault(key, "");
    return (paper.isEmpty() ? neutral : paper).equals(ours.isEmpty() ? neutral : ours);
  }
}
