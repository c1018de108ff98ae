package org.penumbra.pretrain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.skeleton.Stream;

/**
 * Which streams are trained together, and the weight of each in the loss, 0 to 1 (CrossMoCo's
 * equation 10); a stream of weight 0 is left out.
 *
 * <p>Each stream has networks of its own, and Adam divides every gradient by its own size: the
 * weights then hardly matter, as long as they are not 0.
 *
 * @param joint weight a of the joint stream
 * @param motion weight b of the motion stream
 * @param bone weight c of the bone stream
 */
public record StreamWeights(double joint, double motion, double bone) {
  /** Checks the weights. */
  public StreamWeights {
    Require.inRange("weight of the joint stream", joint, 0, 1);
    Require.inRange("weight of the motion stream", motion, 0, 1);
    Require.inRange("weight of the bone stream", bone, 0, 1);
    if (joint == 0 && motion == 0 && bone == 0) {
      throw new InvalidOptionException("stream weights", "at least one of them above 0", "all 0");
    }
  }

  /** All three, with weight 1. */
  public static StreamWeights all() {
    return new StreamWeights(1, 1, 1);
  }

  /** One stream alone, derived from the joints that it is given. */
  public static StreamWeights only(Stream stream) {
    return new StreamWeights(
        stream == Stream.JOINT ? 1 : 0,
        stream == Stream.MOTION ? 1 : 0,
        stream == Stream.BONE ? 1 : 0);
  }

  /** Weights above 0, in the order of the equation. */
  Map<Stream, Double> present() {
    Map<Stream, Double> present = new LinkedHashMap<>();
    present.put(Stream.JOINT, joint);
    present.put(Stream.MOTION, motion);
    present.put(Stream.BONE, bone);
    present.values().removeIf(weight -> weight == 0);
    return present;
  }

  /** For people. */
  String describe() {
    List<String> parts = new ArrayList<>();
    present().forEach((stream, weight) -> parts.add(stream.label() + " " + weight));
    return String.join(", ", parts);
  }
}
