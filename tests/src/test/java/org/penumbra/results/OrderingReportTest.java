package org.penumbra.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.core.Scale;
import org.penumbra.results.OrderingReport.Finding;
import org.penumbra.results.OrderingReport.JudgedClaim;
import org.penumbra.results.OrderingReport.JudgedPart;

class OrderingReportTest {
  private static JudgedPart only(OrderingReport report, String id) {
    assertThat(report.of(id)).hasSize(1);
    return report.of(id).get(0);
  }

  private static JudgedClaim claim(JudgedPart part) {
    return part.cases().get(0).claims().get(0);
  }

  @Test
  void clearDifferenceHoldsOnOtherData() {
    OrderingReport report =
        Orderings.judge(
            List.of(
                Samples.course("PSTL", "knn", 250, 464),
                Samples.course("PSTL", "random", 180, 464)));
    JudgedPart part = only(report, "O4");
    assertThat(part.finding()).isEqualTo(Finding.HOLDS);
    assertThat(part.cases()).hasSize(1); // four sets of the paper are one set of ours
    assertThat(part.dataset()).isEqualTo("nwucla");
    assertThat(claim(part).margin()).isCloseTo(100.0 * 70 / 464, within(1e-9));
    assertThat(claim(part).evidence()).contains("464 clips").contains("interval");
    assertThat(report.parts()).hasSize(1); // nothing else can be said of these two
  }

  @Test
  void clearOppositeDoesNotHold() {
    JudgedPart part =
        only(
            Orderings.judge(
                List.of(
                    Samples.course("PSTL", "knn", 180, 464),
                    Samples.course("PSTL", "random", 250, 464))),
            "O4");
    assertThat(part.finding()).isEqualTo(Finding.DOES_NOT_HOLD);
    assertThat(part.pointing()).isZero();
  }

  @Test
  void smallDifferenceIsUndecided() {
    JudgedPart part =
        only(
            Orderings.judge(
                List.of(
                    Samples.course("PSTL", "knn", 220, 464),
                    Samples.course("PSTL", "random", 210, 464))),
            "O4");
    assertThat(part.finding()).isEqualTo(Finding.UNDECIDED);
    assertThat(part.pointing()).isEqualTo(1);
  }

  /** Encoders that learned nothing all answer alike: that is no sign against the paper. */
  @Test
  void tiesDecideNothing() {
    List<Outcome> outcomes = new ArrayList<>();
    for (String method : List.of("SkeletonCLR", "AimCLR", "PSTL", "OPSTL")) {
      for (String imputation : List.of("random", "knn")) {
        Outcome one = Samples.course(method, imputation, 20, 464);
        outcomes.add(one);
        outcomes.add(
            new Outcome(
                one.condition().on("nw-ucla", "xsub"),
                one.accuracy(),
                one.seed(),
                one.scale(),
                one.epochs(),
                one.run(),
                one.setup(),
                one.clips()));
      }
    }
    JudgedPart part = only(Orderings.judge(outcomes), "O4");
    assertThat(part.cases()).hasSize(8);
    assertThat(part.pointing()).isZero();
    assertThat(part.finding()).isEqualTo(Finding.UNDECIDED);
  }

  /** 20 points of 464 clips: undecided by shares, decided where the very clips are known. */
  @Test
  void pairedClipsDecideWhatSharesCannot() {
    Outcome knn = Samples.course("PSTL", "knn", 220, 464);
    Outcome random = Samples.course("PSTL", "random", 200, 464);
    assertThat(only(Orderings.judge(List.of(knn, random)), "O4").finding())
        .isEqualTo(Finding.UNDECIDED);
    JudgedPart paired =
        only(
            Orderings.judge(
                List.of(
                    knn.withClips(Samples.clips(464, 0, 220)),
                    random.withClips(Samples.clips(464, 0, 200)))),
            "O4");
    assertThat(paired.finding()).isEqualTo(Finding.HOLDS);
    assertThat(claim(paired).evidence())
        .isEqualTo("exact McNemar p < 0.001 (20 clips only here, 0 only there), 464 clips");
  }

  @Test
  void pairedClipsThatDisagreeBothWaysAreUndecided() {
    Outcome knn = Samples.course("PSTL", "knn", 220, 464);
    Outcome random = Samples.course("PSTL", "random", 200, 464);
    JudgedPart part =
        only(
            Orderings.judge(
                List.of(
                    knn.withClips(Samples.clips(464, 0, 220)),
                    random.withClips(Samples.clips(464, 150, 350)))),
            "O4");
    assertThat(part.finding()).isEqualTo(Finding.UNDECIDED); // 150 against 130
    assertThat(claim(part).evidence()).startsWith("exact McNemar p = 0.2");
  }

  @Test
  void otherClipsAreNotPaired() {
    Outcome knn = Samples.course("PSTL", "knn", 220, 464);
    Outcome random = Samples.course("PSTL", "random", 200, 465);
    JudgedPart part =
        only(
            Orderings.judge(
                List.of(
                    knn.withClips(Samples.clips(464, 0, 220)),
                    random.withClips(Samples.clips(465, 0, 200)))),
            "O4");
    assertThat(claim(part).evidence()).startsWith("95 % interval");
  }

  @Test
  void fromThreeCommonSeedsOnTheSeedsDecide() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      outcomes.add(Samples.course("PSTL", "knn", 220 + 10 * seed, 464).withSeed(seed));
      outcomes.add(Samples.course("PSTL", "random", 205 + 9 * seed, 464).withSeed(seed));
    }
    JudgedPart part = only(Orderings.judge(outcomes), "O4");
    assertThat(part.finding()).isEqualTo(Finding.HOLDS); // differences 16, 17, 18 clips
    assertThat(claim(part).evidence()).contains("3 seeds");
    outcomes.set(0, outcomes.get(0).withSeed(9));
    assertThat(only(Orderings.judge(outcomes), "O4").finding()).isEqualTo(Finding.UNDECIDED);
  }

  @Test
  void severalPairsAreCounted() {
    List<Outcome> outcomes = new ArrayList<>();
    for (String method : List.of("SkeletonCLR", "2s-CrosSCLR", "AimCLR", "PSTL")) {
      outcomes.add(Samples.course(method, "knn", 250, 464));
      outcomes.add(Samples.course(method, "none", method.equals("PSTL") ? 245 : 150, 464));
    }
    JudgedPart part = only(Orderings.judge(outcomes), "O3");
    assertThat(part.pointing()).isEqualTo(4);
    assertThat(part.count(Finding.HOLDS)).isEqualTo(3);
    assertThat(part.count(Finding.UNDECIDED)).isEqualTo(1);
    assertThat(part.finding()).isEqualTo(Finding.HOLDS);
    assertThat(part.part().count()).isEqualTo("19/20");
  }

  @Test
  void meanOverMethodsIsJudgedWhenAllAreThere() {
    List<Outcome> outcomes = new ArrayList<>();
    for (String method : List.of("SkeletonCLR", "2s-CrosSCLR", "AimCLR", "PSTL", "OPSTL")) {
      outcomes.add(Samples.course(method, "knn", 220, 464));
      outcomes.add(Samples.course(method, "none", 200, 464));
    }
    List<JudgedPart> parts = Orderings.judge(outcomes).of("O3");
    assertThat(parts).hasSize(2);
    assertThat(parts.get(0).finding()).isEqualTo(Finding.UNDECIDED); // 4.3 points each
    assertThat(parts.get(1).finding()).isEqualTo(Finding.HOLDS); // the mean of five
  }

  @Test
  void aGainIsComparedWithAGain() {
    List<Outcome> outcomes =
        List.of(
            masked("PSTL", 0, 350), masked("PSTL", 10, 330),
            masked("AimCLR", 0, 340), masked("AimCLR", 10, 200));
    List<JudgedPart> parts = Orderings.judge(outcomes).of("P4");
    assertThat(parts).hasSize(1);
    assertThat(claim(parts.get(0)).margin()).isCloseTo(100.0 * 120 / 464, within(1e-9));
    assertThat(parts.get(0).finding()).isEqualTo(Finding.HOLDS);
  }

  private static Outcome masked(String method, int joints, int correct) {
    Condition condition =
        Condition.of(method, "J", "nw-ucla", "xview", "partial-joints")
            .with("masked_joints", Integer.toString(joints));
    return Outcome.of(condition, Samples.course("PSTL", "none", correct, 464).accuracy());
  }

  @Test
  void scalesAreNotMixed() {
    OrderingReport report =
        Orderings.judge(
            List.of(
                Samples.course("PSTL", "knn", 250, 464),
                Samples.course("PSTL", "random", 180, 464).withScale(Scale.SMOKE)));
    assertThat(report.parts()).isEmpty();
    assertThat(report.toString()).contains("speak to none");
  }

  @Test
  void orderingsOfCertainDataAreNotCarriedOver() {
    List<Outcome> onOurs = new ArrayList<>();
    List<Outcome> onTheirs = new ArrayList<>();
    for (String method : List.of("CrossMoCo", "3s-CrosSCLR")) {
      int correct = method.equals("CrossMoCo") ? 100 : 300;
      Condition ours = Condition.of(method, "J+M+B", "synthetic", "xview", "semi1");
      onOurs.add(Outcome.of(ours, Samples.course("PSTL", "none", correct, 464).accuracy()));
      onTheirs.add(
          Outcome.of(
              ours.on("ntu60", "xview"), Samples.course("PSTL", "none", correct, 464).accuracy()));
    }
    assertThat(Orderings.judge(onOurs).of("X7")).isEmpty();
    assertThat(only(Orderings.judge(onTheirs), "X7").finding()).isEqualTo(Finding.HOLDS);
  }

  @Test
  void splitsOfOneSetAreCasesOfTheirOwnAndCanBeCompared() {
    List<Outcome> outcomes = new ArrayList<>();
    for (String split : List.of("xsub", "xview")) {
      for (String method : List.of("SkeletonCLR", "PSTL", "OPSTL")) {
        int correct = method.equals("SkeletonCLR") ^ split.equals("xsub") ? 200 : 300;
        Outcome sample = Samples.course(method, "none", correct, 464);
        outcomes.add(Outcome.of(sample.condition().on("ntu60", split), sample.accuracy()));
      }
    }
    OrderingReport report = Orderings.judge(outcomes);
    assertThat(only(report, "O2").cases()).hasSize(2);
    assertThat(report.of("O13")).hasSize(2);
    assertThat(report.of("O13").get(0).finding()).isEqualTo(Finding.HOLDS);
  }

  @Test
  void figureWithoutNumbersCanStillBeJudged() {
    List<Outcome> outcomes = new ArrayList<>();
    int correct = 100;
    for (String mask : List.of("temporal", "spatial", "spatiotemporal")) {
      Condition condition =
          Condition.of("CrossMoCo", "J+M+B", "nw-ucla", "xview", "linear").with("mask", mask);
      outcomes.add(Outcome.of(condition, Samples.course("PSTL", "none", correct, 464).accuracy()));
      correct += 100;
    }
    JudgedPart part = only(Orderings.judge(outcomes), "X5");
    assertThat(part.finding()).isEqualTo(Finding.HOLDS);
    assertThat(part.part().count()).isEqualTo("–");
  }

  @Test
  void manySmallDifferencesOfOneSignDecideTogether() {
    List<Outcome> outcomes = new ArrayList<>();
    for (String split : List.of("a", "b", "c", "d", "e", "f")) {
      for (String imputation : List.of("knn", "random")) {
        int correct = imputation.equals("knn") ? 220 : 210;
        Outcome sample = Samples.course("PSTL", imputation, correct, 464);
        outcomes.add(Outcome.of(sample.condition().on("nw-ucla", split), sample.accuracy()));
      }
    }
    JudgedPart part = only(Orderings.judge(outcomes), "O4");
    assertThat(part.count(Finding.UNDECIDED)).isEqualTo(6);
    assertThat(part.finding()).isEqualTo(Finding.HOLDS);
  }
}
