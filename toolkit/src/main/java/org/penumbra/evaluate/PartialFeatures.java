package org.penumbra.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.penumbra.core.Draws;
import org.penumbra.core.RandomKey;
import org.penumbra.embed.Embedder;
import org.penumbra.embed.Embeddings;
import org.penumbra.evaluate.PartialBodyEvaluation.DrawPer;
import org.penumbra.evaluate.PartialBodyEvaluation.Removal;
import org.penumbra.evaluate.PartialBodyEvaluation.Unit;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;

/** Features of clips that lack joints; clips that lack the same ones are embedded together. */
final class PartialFeatures {
  private final PartialBodyEvaluation options;
  private final StGcn encoder;
  private final PreparedDataset data;
  private final RandomKey key;

  /**
   * Features of a half of a set.
   *
   * @param purpose keeps the draws of training and test clips apart
   */
  PartialFeatures(
      PartialBodyEvaluation options, StGcn encoder, PreparedDataset data, String purpose) {
    this.options = options;
    this.encoder = encoder;
    this.data = data;
    this.key = RandomKey.of(options.seed()).with("partial body").with(purpose);
  }

  /** Features with so many joints or parts missing; without any, those of the plain evaluation. */
  Embeddings of(int count, int draw) {
    if (count == 0) {
      return Embedder.of(encoder).embed(data);
    }
    RandomKey drawKey = key.with(count).with(draw);
    Map<List<Integer>, List<Integer>> clipsByMissing = new LinkedHashMap<>();
    for (int n = 0; n < data.size(); n++) {
      RandomKey unitKey =
          options.drawPer() == DrawPer.BATCH
              ? drawKey.with(n / options.batchSize())
              : drawKey.with(data.clipNames().get(n));
      clipsByMissing.computeIfAbsent(missing(count, unitKey), j -> new ArrayList<>()).add(n);
    }
    int length = encoder.features();
    float[] features = new float[data.size() * length];
    clipsByMissing.forEach(
        (joints, clips) -> {
          float[] rows = embed(joints, clips);
          for (int i = 0; i < clips.size(); i++) {
            System.arraycopy(rows, i * length, features, clips.get(i) * length, length);
          }
        });
    return new Embeddings(data.classNames(), data.labels(), length, features, data.clipNames());
  }

  private float[] embed(List<Integer> joints, List<Integer> clips) {
    PreparedDataset some = data.select(clips.stream().mapToInt(Integer::intValue).toArray());
    Embedder embedder = Embedder.of(encoder);
    return options.removal() == Removal.DROP
        ? embedder.withoutJoints(joints).embed(some).values()
        : embedder.embed(some.withZeroed(joints)).values();
  }

  private List<Integer> missing(int count, RandomKey unitKey) {
    SkeletonLayout layout = data.layout();
    int all = options.unit() == Unit.JOINTS ? layout.size() : layout.parts().size();
    TreeSet<Integer> joints = new TreeSet<>();
    Arrays.stream(Draws.choose(all, count, unitKey.generator()))
        .forEach(
            i -> {
              if (options.unit() == Unit.JOINTS) {
                joints.add(i);
              } else {
                joints.addAll(layout.parts().get(i).joints());
              }
            });
    return List.copyOf(joints);
  }
}
