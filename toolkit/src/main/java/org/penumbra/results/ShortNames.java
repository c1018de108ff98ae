package org.penumbra.results;

import java.util.Locale;
import java.util.Map;

/** Names of streams, data sets and splits in the short forms of the papers' tables. */
final class ShortNames {
  private static final Map<String, String> STREAMS =
      Map.of("joint", "J", "motion", "M", "bone", "B");
  private static final Map<String, String> DATASETS =
      Map.of(
          "ntu-60", "ntu60",
          "ntu-rgbd-60", "ntu60",
          "ntu-120", "ntu120",
          "ntu-rgbd-120", "ntu120",
          "pku-mmd-1", "pku1",
          "pku-mmd-2", "pku2",
          "nw-ucla", "nwucla");
  private static final Map<String, String> SPLITS =
      Map.of("cross subject", "xsub", "cross view", "xview", "cross setup", "xset");

  private ShortNames() {}

  static String stream(String name) {
    return STREAMS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
  }

  static String dataset(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return DATASETS.getOrDefault(lower, lower);
  }

  static String split(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    return SPLITS.getOrDefault(lower, lower);
  }

  /** A data set as the papers print it. */
  static String printed(String dataset) {
    return switch (dataset) {
      case "ntu60" -> "NTU-60";
      case "ntu120" -> "NTU-120";
      case "pku1" -> "PKU-MMD I";
      case "pku2" -> "PKU-MMD II";
      case "nwucla" -> "NW-UCLA";
      default -> dataset;
    };
  }

  /** A paper as it is called in sentences. */
  static String paper(String paper) {
    return paper.equals("crossmoco") ? "CrossMoCo" : paper.toUpperCase(Locale.ROOT);
  }
}
