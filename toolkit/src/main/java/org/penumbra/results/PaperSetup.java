package org.penumbra.results;

import java.util.Map;
import java.util.TreeMap;

/** What the papers state of their training, where a comparison looks for differences. */
final class PaperSetup {
  private static final Map<String, String> BARLOW_TWINS =
      Map.of(
          "epochs", "150",
          "batch", "128",
          "embedding", "6144",
          "frames", "50",
          "features", "256",
          "channels", "16");
  private static final Map<String, String> CROSS_MOCO =
      Map.of("epochs", "300", "batch", "128", "learning rate", "1e-5");

  private PaperSetup() {}

  static Map<String, String> of(PaperCell cell) {
    Map<String, String> setup =
        new TreeMap<>(cell.paper().equals("crossmoco") ? CROSS_MOCO : BARLOW_TWINS);
    if (cell.protocol().equals("supervised")) {
      setup.remove("epochs"); // those are of pretraining
    }
    if (cell.paper().equals("opstl")) {
      setup.put("occlusion scenes", "furniture of the authors, not published");
    }
    return setup;
  }
}
