package org.penumbra.occlusion;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;

/** Counts over masks, one after the other. */
final class HiddenCounts {
  private final long[] hiddenByJoint;
  private final long[] presentByJoint;
  private long[] hiddenByFrame = new long[0];
  private long[] presentByFrame = new long[0];
  private final Map<Integer, Long> runs = new TreeMap<>();

  HiddenCounts(int joints) {
    hiddenByJoint = new long[joints];
    presentByJoint = new long[joints];
  }

  /**
   * Adds one clip.
   *
   * @return whether each joint is hidden in any frame of any body, length V
   */
  boolean[] add(JointMask mask) {
    if (mask.frames() > hiddenByFrame.length) {
      hiddenByFrame = Arrays.copyOf(hiddenByFrame, mask.frames());
      presentByFrame = Arrays.copyOf(presentByFrame, mask.frames());
    }
    boolean[] any = new boolean[mask.joints()];
    for (int v = 0; v < mask.joints(); v++) {
      for (int m = 0; m < mask.bodies(); m++) {
        int run = 0;
        for (int t = 0; t < mask.frames(); t++) {
          JointState state = mask.state(t, v, m);
          boolean hidden = state == JointState.OCCLUDED;
          count(v, t, state);
          if (hidden) {
            run++;
          } else {
            end(run);
            run = 0;
          }
          any[v] |= hidden;
        }
        end(run);
      }
    }
    return any;
  }

  private void count(int joint, int frame, JointState state) {
    int hidden = state == JointState.OCCLUDED ? 1 : 0;
    int present = state == JointState.ABSENT ? 0 : 1;
    hiddenByJoint[joint] += hidden;
    presentByJoint[joint] += present;
    hiddenByFrame[frame] += hidden;
    presentByFrame[frame] += present;
  }

  private void end(int run) {
    if (run > 0) {
      runs.merge(run, 1L, Long::sum);
    }
  }

  long[] hiddenByJoint() {
    return hiddenByJoint.clone();
  }

  long[] presentByJoint() {
    return presentByJoint.clone();
  }

  /** Share hidden of what is there, by frame; NaN in frames without anybody. */
  double[] shareByFrame() {
    double[] shares = new double[hiddenByFrame.length];
    Arrays.setAll(shares, t -> (double) hiddenByFrame[t] / presentByFrame[t]);
    return shares;
  }

  HiddenRuns runs() {
    return new HiddenRuns(runs);
  }
}
