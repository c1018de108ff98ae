package org.penumbra.data.fuzz;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.penumbra.data.SplitRules;
import org.penumbra.skeleton.LayoutJson;

/** Damaged layouts and splits. */
class JsonFuzzTest extends ReaderFuzz {
  @Override
  protected Stream<FuzzTarget> readers() {
    return Stream.of(layout(), splits());
  }

  private static FuzzTarget layout() {
    String json =
        """
        {"name": "stick-3", "joints": ["hip", "left hand", "right hand"],
         "bones": [["left hand", "hip"], ["right hand", "hip"]],
         "centre": "hip", "shoulders": ["left hand", "right hand"],
         "mirror": [["left hand", "right hand"]],
         "parts": {"all": ["hip", "left hand", "right hand"]}}
        """;
    return new FuzzTarget(
        "layout JSON",
        10_000,
        List.of(bytes(json)),
        file -> LayoutJson.read("layout.json", new StringReader(text(file))));
  }

  private static FuzzTarget splits() {
    String json =
        """
        {"data set": "nw-ucla",
         "splits": [{"split": "cross view", "field": "camera", "training": [1, 2],
                     "expected": {"train": 1020, "test": 464}}]}
        """;
    return new FuzzTarget(
        "split JSON",
        5_000,
        List.of(bytes(json)),
        file -> SplitRules.read("splits.json", new StringReader(text(file))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
