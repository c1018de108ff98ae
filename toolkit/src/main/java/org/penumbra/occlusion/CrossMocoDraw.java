package org.penumbra.occlusion;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.penumbra.core.Draws;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.SkeletonLayout;

/** The draws of {@link CrossMocoOcclusion} for one body: which joints in which frame. */
final class CrossMocoDraw {
  private final CrossMocoOcclusion options;
  private final SkeletonLayout layout;
  private final SplittableRandom random;

  CrossMocoDraw(CrossMocoOcclusion options, SkeletonLayout layout, SplittableRandom random) {
    this.options = options;
    this.layout = layout;
    this.random = random;
  }

  /**
   * Draws frames, then joints.
   *
   * @param present frames to sample from, ascending
   * @param frames number of frames, T
   * @return the hidden joints of each frame, length T
   */
  BitSet[] draw(int[] present, int frames) {
    CrossMocoReadings readings = options.readings();
    BitSet sampled = new BitSet();
    int count = Cells.floor(options.temporal(), present.length);
    for (int i : Draws.choose(present.length, count, random)) {
      sampled.set(present[i]);
    }
    boolean whole = readings.frames() == CrossMocoReadings.Frames.WHOLE;
    BitSet once = readings.redraw() == CrossMocoReadings.Redraw.ONCE ? joints() : null;
    BitSet[] hidden = new BitSet[frames];
    for (int t = 0; t < frames; t++) {
      hidden[t] = new BitSet();
      if (whole && sampled.get(t)) {
        hidden[t].set(0, layout.size());
      } else if (whole || sampled.get(t)) {
        hidden[t] = once == null ? joints() : once;
      }
    }
    return hidden;
  }

  /** One spatial draw. */
  BitSet joints() {
    double rate = options.spatial();
    if (options.readings().rate() == CrossMocoReadings.Rate.RANDOM) {
      rate *= random.nextDouble();
    }
    return switch (options.readings().units()) {
      case BONE_BUDGET -> bonesUntil(Cells.floor(rate, layout.size()));
      case BONES -> bones(Cells.floor(rate, layout.bones().size()));
      case JOINTS_AND_NEIGHBOURS -> neighbourhoods(Cells.floor(rate, layout.size()));
    };
  }

  private BitSet bonesUntil(int budget) {
    BitSet joints = new BitSet();
    int all = layout.bones().size();
    int[] order = Draws.choose(all, all, random);
    for (int i = 0; i < all && joints.cardinality() < budget; i++) {
      add(joints, layout.bones().get(order[i]));
    }
    return joints;
  }

  private BitSet bones(int count) {
    BitSet joints = new BitSet();
    for (int bone : Draws.choose(layout.bones().size(), count, random)) {
      add(joints, layout.bones().get(bone));
    }
    return joints;
  }

  private BitSet neighbourhoods(int count) {
    BitSet seeds = new BitSet();
    for (int joint : Draws.choose(layout.size(), count, random)) {
      seeds.set(joint);
    }
    BitSet joints = (BitSet) seeds.clone();
    for (Bone bone : layout.bones()) {
      if (seeds.get(bone.child()) || seeds.get(bone.parent())) {
        add(joints, bone);
      }
    }
    return joints;
  }

  private static void add(BitSet joints, Bone bone) {
    joints.set(bone.child());
    joints.set(bone.parent());
  }
}
