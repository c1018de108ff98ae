package org.penumbra.results;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.penumbra.core.Scale;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.CrosSclr;
import org.penumbra.pretrain.CrosSclrOptions;
import org.penumbra.pretrain.PretrainingMethod;
import org.penumbra.pretrain.Pstl;
import org.penumbra.pretrain.SkeletonClr;
import org.penumbra.pretrain.SkeletonClrOptions;
import org.penumbra.pretrain.SupervisedStGcn;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.train.LearningRate;
import org.penumbra.train.TrainingOptions;

/** Methods and data that train in less than a second. */
final class Tiny {
  private static final int FRAMES = 50;
  private static final int JOINTS = 20;
  private static final TrainingOptions TRAINING =
      TrainingOptions.adam(3, 4, LearningRate.cosine(2e-3, 1, false), 1e-5, 7);

  private Tiny() {}

  static Pstl pstl() {
    return Pstl.preset(Scale.SMOKE)
        .withEncoder(StGcnOptions.published().withSize(2, 8))
        .withEmbedding(16)
        .withTraining(TRAINING);
  }

  /** One of each family; CrosSCLR has three streams. */
  static List<PretrainingMethod> methods() {
    SkeletonClrOptions one = SkeletonClrOptions.preset(Scale.SMOKE);
    CrosSclrOptions three = CrosSclrOptions.preset(Scale.SMOKE);
    TrainingOptions whole = TRAINING.withDropLast(true);
    return List.of(
        pstl(),
        new SkeletonClr(
            one.withEncoder(one.encoder().withSize(2, 8))
                .withContrast(one.contrast().withQueue(12).withEmbedding(4))
                .withTraining(whole)),
        new CrosSclr(
            three
                .withEncoder(three.encoder().withSize(2, 8))
                .withContrast(three.contrast().withQueue(12).withEmbedding(4))
                .withTraining(whole)),
        new SupervisedStGcn(StGcnOptions.published().withSize(2, 8), TRAINING));
  }

  /** Waves of two speeds. */
  static PreparedDataset waves(int samples, double shift) {
    float[] values = new float[samples * 3 * FRAMES * JOINTS];
    for (int i = 0; i < values.length; i++) {
      int sample = i / (3 * FRAMES * JOINTS);
      int frame = i / JOINTS % FRAMES;
      double speed = 0.1 + 0.05 * (sample % 2);
      values[i] = (float) Math.sin(frame * speed + i % JOINTS + sample + shift);
    }
    return prepared("waves", values, samples);
  }

  static PreparedDataset prepared(String name, float[] values, int samples) {
    return new PreparedDataset(
        name,
        SkeletonLayout.KINECT_20,
        List.of("slow", "fast"),
        IntStream.range(0, samples).mapToObj(i -> "c" + i).toList(),
        IntStream.range(0, samples).map(i -> i % 2).toArray(),
        FRAMES,
        1,
        values);
  }

  /** Clips of which joints are hidden by a mask; their truth is kept. */
  static SkeletonDataset clips(int count, int shift) {
    List<SkeletonClip> clips = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      int frames = 5 + n % 3;
      SkeletonClip whole =
          Clips.random("clip" + (n + shift), n % 2, SkeletonLayout.KINECT_20, frames, 2);
      JointMask.Builder mask = JointMask.builder(frames, JOINTS, 2);
      for (int v = 0; v < n; v++) {
        mask.set(n % frames, v, 0, JointState.OCCLUDED);
        mask.set((n + 1) % frames, v, 1, v % 2 == 0 ? JointState.ABSENT : JointState.OCCLUDED);
      }
      clips.add(whole.hide(mask.build()));
    }
    return new SkeletonDataset(
        "tiny", SkeletonLayout.KINECT_20, List.of("a", "b"), clips, List.of());
  }
}
