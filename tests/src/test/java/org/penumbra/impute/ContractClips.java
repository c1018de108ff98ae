package org.penumbra.impute;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.core.RandomKey;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.occlusion.MarkovOcclusion;
import org.penumbra.occlusion.RandomOcclusion;
import org.penumbra.skeleton.SkeletonLayout;

/** Small sets of clips with holes that every imputer must cope with. */
final class ContractClips {
  private static final List<String> CLASSES = List.of("a", "b", "c");

  private ContractClips() {}

  /** Training clips of one and two bodies, 4 to 30 frames, hidden in spans and in single joints. */
  static SkeletonDataset train(SkeletonLayout layout) {
    List<SkeletonClip> clips = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      clips.add(holed(moving("train" + i, layout, 4 + 2 * i, 1 + i % 4 / 3)));
    }
    clips.add(Clips.of("train-odd", 0, layout, Clips.mask(1, 9, layout.size(), 2)));
    return new SkeletonDataset("contract", layout, CLASSES, clips, List.of());
  }

  /** Clips to be filled, other than the training ones; with what is rare: nobody, nothing seen. */
  static SkeletonDataset test(SkeletonLayout layout) {
    List<SkeletonClip> clips = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      clips.add(holed(moving("test" + i, layout, 1 + 4 * i, 1 + i % 3 / 2)));
    }
    clips.add(Clips.of("test-odd", 0, layout, Clips.mask(2, 12, layout.size(), 2)));
    clips.add(moving("test-whole", layout, 20, 1));
    clips.add(Clips.of("test-gone", 0, layout, filled(layout, JointState.OCCLUDED)));
    clips.add(Clips.of("test-nobody", 0, layout, filled(layout, JointState.ABSENT)));
    clips.add(Clips.random("test-nothing", 0, layout, 0, 1));
    return new SkeletonDataset("contract", layout, CLASSES, clips, List.of());
  }

  /** The same set, read clip by clip; nothing of it is in memory. */
  static SkeletonDataset lazily(SkeletonDataset data) {
    return SkeletonDataset.lazy(
        data.name(),
        data.layout(),
        data.classNames(),
        data.infos(),
        data.bodies(),
        info -> data.clip(info.name()),
        data.splits());
  }

  /**
   * Smooth motion about 3 m before the camera: a stick body that walks while each joint swings; a
   * second body is absent in the first and last quarter of the clip. A third of the joints is
   * marked as inferred.
   */
  static SkeletonClip moving(String name, SkeletonLayout layout, int frames, int bodies) {
    SplittableRandom random = RandomKey.of(7).with(name).generator();
    int joints = layout.size();
    float[] values = new float[SkeletonClip.CHANNELS * frames * joints * bodies];
    JointMask.Builder mask = JointMask.builder(frames, joints, bodies);
    BitSet inferred = new BitSet();
    for (int m = 0; m < bodies; m++) {
      double walk = random.nextDouble() * 0.03;
      for (int v = 0; v < joints; v++) {
        double phase = random.nextDouble() * 6;
        double[] home = {0.4 * Math.cos(2.4 * v) + m, 0.8 * Math.sin(1.7 * v), 3 + 0.1 * (v % 3)};
        for (int t = 0; t < frames; t++) {
          for (int c = 0; c < home.length; c++) {
            double swing = 0.1 * Math.sin(0.2 * t * (1 + c) + phase) + (c == 0 ? walk * t : 0);
            values[((c * frames + t) * joints + v) * bodies + m] = (float) (home[c] + swing);
          }
          if (m == 1 && (4 * t < frames || 4 * t >= 3 * frames)) {
            mask.set(t, v, m, JointState.ABSENT);
          }
          inferred.set((t * joints + v) * bodies + m, random.nextInt(3) == 0);
        }
      }
    }
    int label = name.length() % CLASSES.size();
    ClipInfo info = new ClipInfo(name, label, 1 + label, 1, 0, 0);
    return SkeletonClip.of(info, layout, values, mask.build(), inferred);
  }

  /** The clip with about a third of its joints hidden, in spans and one by one; truth is kept. */
  static SkeletonClip holed(SkeletonClip clip) {
    return MarkovOcclusion.of(0.25, 4).then(RandomOcclusion.of(0.1)).apply(clip);
  }

  private static JointMask filled(SkeletonLayout layout, JointState state) {
    return JointMask.filled(5, layout.size(), 1, state);
  }
}
