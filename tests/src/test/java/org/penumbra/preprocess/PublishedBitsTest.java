package org.penumbra.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * The published settings give the same bits as when the golden numbers of the reference were first
 * met: every kept result rests on them.
 */
class PublishedBitsTest {
  private static final SkeletonLayout NTU = SkeletonLayout.NTU_25;

  @Test
  void publishedBitsNeverChange() {
    assertThat(crc(Preprocessing.published())).isEqualTo(862287222L);
  }

  @Test
  void theReleasedLengthRuleKeepsItsBitsToo() {
    assertThat(crc(Preprocessing.published().withLengthRule(LengthRule.FIRST_JOINT_OBSERVED)))
        .isEqualTo(43820013L);
  }

  @Test
  void keepingPathKeepsItsBits() {
    assertThat(crc(Preprocessing.keepingPath())).isEqualTo(1696209607L);
  }

  private static long crc(Preprocessing options) {
    CRC32 crc = new CRC32();
    for (SkeletonClip clip : clips()) {
      float[] values = options.apply(clip);
      ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
      bytes.asFloatBuffer().put(values);
      crc.update(bytes.array());
    }
    return crc.getValue();
  }

  private static List<SkeletonClip> clips() {
    return List.of(
        Clips.random("whole", 0, NTU, 37, 1),
        Clips.random("two bodies", 0, NTU, 80, 2),
        Clips.of("all states", 0, NTU, Clips.mask(1, 61, 25, 2)),
        Clips.of("one frame", 0, NTU, Clips.mask(2, 1, 25, 2)),
        Clips.of("hidden", 0, NTU, JointMask.filled(5, 25, 1, JointState.OCCLUDED)),
        Clips.of("other layout", 0, SkeletonLayout.KINECT_20, Clips.mask(3, 50, 20, 1)));
  }
}
