package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.BodyPart;
import org.penumbra.skeleton.SkeletonLayout;

class BodyPartOcclusionTest extends OcclusionContract {
  @Override
  Occlusion occlusion() {
    return BodyPartOcclusion.of(2);
  }

  @Test
  void hidesSoManyWholePartsFromFirstToLastFrameInAllBodies() {
    for (int parts = 0; parts <= 4; parts++) {
      SkeletonClip clip = Clips.random("clip" + parts, 0, SkeletonLayout.NTU_25, 6, 2);
      JointMask hidden = BodyPartOcclusion.of(parts).hide(clip);
      int found = 0;
      for (BodyPart part : SkeletonLayout.NTU_25.parts()) {
        boolean gone = !hidden.isObserved(0, part.joints().get(0), 0);
        found += gone ? 1 : 0;
        for (int v : part.joints()) {
          for (int t = 0; t < 6; t++) {
            assertThat(hidden.isObserved(t, v, 0)).isEqualTo(!gone);
            assertThat(hidden.isObserved(t, v, 1)).isEqualTo(!gone);
          }
        }
      }
      assertThat(found).as("hidden parts").isEqualTo(parts);
    }
  }

  @Test
  void everyPartIsDrawnAboutEquallyOften() {
    Map<String, Integer> drawn = new HashMap<>();
    for (int i = 0; i < 1000; i++) {
      SkeletonClip clip = Clips.random("clip" + i, 0, SkeletonLayout.KINECT_20, 1, 1);
      JointMask hidden = BodyPartOcclusion.of(1).hide(clip);
      for (BodyPart part : SkeletonLayout.KINECT_20.parts()) {
        drawn.merge(
            part.name(), hidden.isObserved(0, part.joints().get(0), 0) ? 0 : 1, Integer::sum);
      }
    }
    // Standard deviation about 13.
    assertThat(drawn.values()).hasSize(5).allMatch(count -> count > 140 && count < 260);
  }

  @Test
  void aMaskIsTheSameOnEveryMachine() {
    SkeletonClip clip = Clips.random("S001C002P003R001A007", 6, SkeletonLayout.NTU_25, 35, 1);
    assertThat(new BodyPartOcclusion(2, 1).hide(clip).hashCode()).isEqualTo(1650279172);
  }

  @Test
  void aWrongNumberIsNamedWithTheLayoutsLimit() {
    assertThatThrownBy(() -> BodyPartOcclusion.of(-1))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("parts must be at least 0, found -1.");
    SkeletonClip clip = Clips.random("clip", 0, SkeletonLayout.NTU_25, 2, 1);
    assertThatThrownBy(() -> BodyPartOcclusion.of(5).hide(clip))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("parts must be between 0 and 4 for layout ntu-25, found 5.");
  }
}
