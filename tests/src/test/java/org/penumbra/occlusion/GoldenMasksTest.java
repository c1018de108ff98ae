package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/** Masks are the same on every machine and Java version, and from one version to the next. */
class GoldenMasksTest {
  private final SkeletonClip clip =
      Clips.random("S001C002P003R001A011", 0, SkeletonLayout.NTU_25, 88, 1);

  @ParameterizedTest
  @CsvSource({
    "random-20, 440, -1387554931",
    "random-coordinate-20, 1091, -1970374988",
    "random-box-20, 440, -491650663",
    "soar-random-10, 220, -1860700545",
    "soar-patch, 6, -189891177",
    "soar-patch-0.004-3, 24, 716468151",
    "soar-spatial-5, 440, 1110768119",
    "soar-temporal-10, 250, -871694279",
    "pstl-joints-6, 528, 503034743",
    "pstl-parts-2, 792, -1733338633",
    "crossmoco-0.6-0.5, 675, 520449880",
    "ragcn-part-3, 352, 1684210551",
    "ragcn-time-30, 750, 909617751",
    "ragcn-time-30-scaled, 675, -1233261480",
    "ragcn-block-2, 192, -1392636285",
    "ragcn-random-0.3, 653, 902383476",
    "markov-0.2-8, 493, -138161122",
    "capsule-self, 1161, -1735794770",
    "fov, 1893, 173849784",
    "fov-30-30, 2143, -763507492",
    "fov-70.6-60-0-25, 1409, 955411658",
    "sweep-random-40, 880, -1275429577",
    "sweep-joints-40, 880, 1577177975",
    "sweep-frames-40, 880, -617983199",
    "sweep-bursts-40, 880, -751381449",
    "sweep-box-40, 880, -1109054893"
  })
  void aNameAndASeedGiveThisMask(String name, int hidden, int hash) {
    JointMask mask = Occlusions.named(name).withSeed(1).hide(clip);
    assertThat(mask.count(JointState.OCCLUDED)).isEqualTo(hidden);
    assertThat(mask.hashCode()).isEqualTo(hash);
  }

  @Test
  void combinedOcclusionsToo() {
    Occlusion combined =
        Occlusions.named("random-20").union(Occlusions.named("markov-0.2-8")).perFrame();
    assertThat(combined.withSeed(3).hide(clip).hashCode()).isEqualTo(2016059002);
  }
}
