package org.penumbra.augment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.RandomKey;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * A view leaves next to no garbage: the key, the generator and a few matrices of each sample, not
 * its 30 kB of values.
 */
class ViewCostTest {
  private static final int SAMPLES = 128;
  private static final PreparedDataset DATA = data();

  private static PreparedDataset data() {
    float[] values = new float[SAMPLES * 3 * 50 * 25 * 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i * 0.13);
    }
    List<String> names = IntStream.range(0, SAMPLES).mapToObj(i -> "c" + i).toList();
    return new PreparedDataset(
        "d", SkeletonLayout.NTU_25, List.of("a"), names, new int[SAMPLES], 50, 2, values);
  }

  static Stream<Views> chains() {
    return Stream.of(
        LinearViews.skeletonClr(),
        LinearViews.barlowTwins().withUnit(DrawUnit.SAMPLE),
        ExtremeViews.aimClr());
  }

  private static void render(Augmentation chain, View view, FloatBuffer out, long seed) {
    for (int sample = 0; sample < SAMPLES; sample++) {
      view.moveTo(sample);
      chain.apply(view, RandomKey.of(seed).with(sample).generator());
      view.renderTo(out, sample * view.size());
    }
  }

  @ParameterizedTest
  @MethodSource("chains")
  void aSampleLeavesLessThanTwoKilobytes(Views views) {
    View view = new View(DATA);
    FloatBuffer out =
        ByteBuffer.allocateDirect(4 * SAMPLES * view.size())
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    Augmentation chain = views.augmentation();
    render(chain, view, out, 0);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    render(chain, view, out, 1);
    long bytes = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(bytes / SAMPLES).as("bytes per sample, %s", views.describe()).isLessThan(2000);
  }
}
