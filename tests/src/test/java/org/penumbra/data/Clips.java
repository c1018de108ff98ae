package org.penumbra.data;

import org.penumbra.core.RandomKey;
import org.penumbra.skeleton.SkeletonLayout;

/** Small clips for tests. */
public final class Clips {
  private Clips() {}

  /** A clip of random coordinates without anything missing. */
  public static SkeletonClip random(
      String name, int label, SkeletonLayout layout, int frames, int bodies) {
    return of(
        name, label, layout, JointMask.filled(frames, layout.size(), bodies, JointState.OBSERVED));
  }

  /** A clip of random coordinates with this mask. */
  public static SkeletonClip of(String name, int label, SkeletonLayout layout, JointMask mask) {
    var random = RandomKey.of(99).with(name).generator();
    float[] coordinates = new float[3 * mask.frames() * mask.joints() * mask.bodies()];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = (float) random.nextDouble();
    }
    return SkeletonClip.of(
        new ClipInfo(name, label, 1 + label, 1, 0, 0), layout, coordinates, mask);
  }

  /** Random states, about as many of each. */
  public static JointMask mask(long seed, int frames, int joints, int bodies) {
    var random = RandomKey.of(seed).with("mask").generator();
    JointState[] states = JointState.values();
    JointMask.Builder mask = JointMask.builder(frames, joints, bodies);
    for (int t = 0; t < frames; t++) {
      for (int v = 0; v < joints; v++) {
        for (int m = 0; m < bodies; m++) {
          mask.set(t, v, m, states[random.nextInt(states.length)]);
        }
      }
    }
    return mask.build();
  }
}
