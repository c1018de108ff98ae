package org.penumbra.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penumbra.core.Draws;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.Datasets;
import org.penumbra.data.JointState;
import org.penumbra.data.NtuName;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.SplitRule;
import org.penumbra.data.TrainTest;

class SyntheticActionsTest {
  private static final SyntheticActions STANDARD = SyntheticActions.standard();
  private static final SyntheticActions SMALL = SyntheticActions.small();

  @Test
  void theStandardSetHasItsSizeNamesAndSplits() {
    SkeletonDataset data = STANDARD.lazy();
    assertThat(data.name()).isEqualTo("synthetic");
    assertThat(data.size()).isEqualTo(STANDARD.size()).isEqualTo(1944);
    assertThat(data.classNames()).hasSize(27).doesNotHaveDuplicates();
    assertThat(data.classNames().subList(0, 3))
        .containsExactly("wave one hand", "wave both hands", "raise arms");
    assertThat(data.infos())
        .allMatch(info -> info.name().matches("S00\\dC00\\dP0\\d\\dR001A0\\d\\d"));
    for (int label = 0; label < 27; label++) {
      int wanted = label;
      assertThat(IntStream.of(data.labels()).filter(found -> found == wanted)).hasSize(72);
    }
    TrainTest subjects = data.split(Split.CROSS_SUBJECT);
    assertThat(subjects.train().size()).isEqualTo(13 * 81);
    assertThat(subjects.test().size()).isEqualTo(11 * 81);
    TrainTest views = data.split(Split.CROSS_VIEW);
    assertThat(views.train().size()).isEqualTo(1296);
    assertThat(views.test().infos()).allMatch(info -> info.camera() == 1);
    TrainTest setups = data.split(Split.CROSS_SETUP);
    assertThat(setups.train().size()).isEqualTo(972);
    assertThat(setups.train().infos()).allMatch(info -> info.setup() % 2 == 0);
  }

  @Test
  void theSmallSetIsPartOfTheStandardOne() {
    SkeletonDataset small = SMALL.generate();
    assertThat(small.name()).isEqualTo("synthetic-small");
    assertThat(small.size()).isEqualTo(552);
    assertThat(small.bodies()).isEqualTo(1);
    assertThat(small.split(Split.CROSS_SUBJECT).train().size()).isEqualTo(5 * 69);
    assertThat(STANDARD.names()).containsAll(SMALL.names());
    for (int n = 0; n < small.size(); n += 37) {
      SkeletonClip clip = small.clips().get(n);
      assertThat(STANDARD.clip(clip.name())).isEqualTo(clip);
    }
    assertThat(Datasets.open("synthetic-small", Path.of("no-such-folder")).clips())
        .isEqualTo(small.clips());
  }

  @Test
  void twoPeopleComeLastAndWithTwoBodies() {
    SkeletonDataset data = STANDARD.withSubjects(1).withCameras(1).generate();
    assertThat(data.bodies()).isEqualTo(2);
    for (SkeletonClip clip : data.clips()) {
      assertThat(clip.bodies()).as(clip.name()).isEqualTo(clip.info().label() < 23 ? 1 : 2);
      assertThat(clip.mask().count(JointState.OBSERVED))
          .isEqualTo(clip.frames() * 25 * clip.bodies());
    }
  }

  @Test
  void partnersComeFromTheSameHalfOfTheCrossSubjectSplit() {
    SplitRule rule = Splits.all().get(0);
    for (NtuName name : ClipNames.of(STANDARD.withSubjects(40).withCameras(1))) {
      int partner = Splits.partner(name, new Draws(RandomKey.of(name.action())));
      ClipInfo swapped = new ClipInfo("partner", 0, partner, 1, 1, 1);
      assertThat(partner).isBetween(1, 40).isNotEqualTo(name.subject());
      assertThat(rule.trains(swapped)).isEqualTo(rule.trains(Recording.info(name)));
    }
  }

  @Test
  void lengthsAreWithinTheOptionsAndDiffer() {
    int[] frames = SMALL.stream().mapToInt(SkeletonClip::frames).toArray();
    assertThat(IntStream.of(frames)).allMatch(length -> length >= 30 && length <= 120);
    assertThat(IntStream.of(frames).distinct().count()).isGreaterThan(40);
    assertThat(SMALL.withFrames(40, 40).withSubjects(1).stream())
        .allMatch(clip -> clip.frames() == 40);
  }

  @Test
  void aPerformanceIsInOneSetupAndSetupsAreSpreadOverSubjects() {
    Set<String> performances = new HashSet<>();
    for (ClipInfo info : STANDARD.withRepetitions(3).infos()) {
      performances.add(info.subject() + " " + info.repetition() + " " + info.setup());
    }
    assertThat(performances).hasSize(24 * 3);
    assertThat(STANDARD.infos().stream().map(ClipInfo::setup).distinct()).hasSize(6);
    assertThat(STANDARD.withSetups(1).infos()).allMatch(info -> info.setup() == 1);
  }

  @Test
  void aClipDependsOnSeedAndNameOnly() {
    String name = "S001C002P003R001A007";
    SkeletonClip clip = STANDARD.clip(name);
    assertThat(STANDARD.withSubjects(40).withRepetitions(5).withSetups(32).clip(name))
        .isEqualTo(clip);
    assertThat(STANDARD.withSeed(2).clip(name)).isNotEqualTo(clip);
    assertThat(STANDARD.withNoise(0.02).clip(name)).isNotEqualTo(clip);
  }

  @Test
  void streamedListedAndGeneratedClipsAreTheSame() {
    SyntheticActions few = STANDARD.withSubjects(2).withCameras(2);
    SkeletonDataset data = few.generate();
    assertThat(data.isInMemory()).isTrue();
    assertThat(few.lazy().isInMemory()).isFalse();
    assertThat(few.stream().toList()).isEqualTo(data.clips());
    assertThat(few.lazy().clips().get(100)).isEqualTo(data.clips().get(100));
    assertThat(few.infos()).isEqualTo(data.infos());
    assertThat(few.names()).isSorted();
  }

  @Test
  void nothingIsHeldWhileStreaming() {
    SyntheticActions huge = STANDARD.withSubjects(40).withRepetitions(20);
    assertThat(huge.stream().limit(2).map(SkeletonClip::name))
        .containsExactly("S001C001P001R001A001", "S001C001P001R001A002");
    assertThat(huge.lazy().size()).isEqualTo(huge.size()).isEqualTo(64_800);
  }

  @Test
  void aClipIsTheSameOnEveryMachine() {
    SkeletonClip clip = STANDARD.clip("S001C002P003R001A007");
    assertThat(clip.frames()).isEqualTo(35);
    assertThat(clip.at(0, 0, 0, 0)).isEqualTo(0.08531974f);
    assertThat(Arrays.hashCode(clip.toArray())).isEqualTo(1390750264);
    SkeletonClip pair = STANDARD.clip("S005C003P018R001A024");
    assertThat(Arrays.hashCode(pair.toArray())).isEqualTo(228095535);
  }

  @Test
  void wrongOptionsAreNamed() {
    assertThatThrownBy(() -> STANDARD.withSubjects(0))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("subjects must be between 1 and 40, found 0.");
    assertThatThrownBy(() -> STANDARD.withCameras(4)).hasMessageContaining("cameras");
    assertThatThrownBy(() -> STANDARD.withSetups(33)).hasMessageContaining("setups");
    assertThatThrownBy(() -> STANDARD.withActions(28)).hasMessageContaining("actions");
    assertThatThrownBy(() -> STANDARD.withRepetitions(0)).hasMessageContaining("repetitions");
    assertThatThrownBy(() -> STANDARD.withFrames(0, 10)).hasMessageContaining("minFrames");
    assertThatThrownBy(() -> STANDARD.withFrames(40, 30)).hasMessageContaining("maxFrames");
    assertThatThrownBy(() -> STANDARD.withNoise(Double.NaN)).hasMessageContaining("noise");
    assertThatThrownBy(() -> STANDARD.withInference(-1)).hasMessageContaining("inference");
    assertThatThrownBy(() -> STANDARD.clip("clip 7")).hasMessageContaining("S001C001P001R001A001");
    assertThatThrownBy(() -> STANDARD.clip("S007C001P025R001A001"))
        .hasMessageContaining("subject of clip S007C001P025R001A001");
    assertThatThrownBy(() -> STANDARD.clip("S002C001P001R001A001"))
        .hasMessage(
            "setup of clip S002C001P001R001A001 must be 1, in which subject 1 does repetition 1,"
                + " found 2.");
  }
}
