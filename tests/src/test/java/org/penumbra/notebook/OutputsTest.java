package org.penumbra.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.penumbra.data.Clips;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.impute.ImputationComparison;
import org.penumbra.impute.Imputers;
import org.penumbra.occlusion.OcclusionReport;
import org.penumbra.occlusion.RandomOcclusion;
import org.penumbra.plot.Figure;
import org.penumbra.plot.PreprocessingFigure;
import org.penumbra.preprocess.Preprocessing;
import org.penumbra.preprocess.PreprocessingTrace;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.synthetic.SyntheticActions;

class OutputsTest {
  /** Loses the interrupt status while it is painted, as the first drawing of a process does. */
  private static final class Forgetful implements Figure {
    @Override
    public int width() {
      return 1;
    }

    @Override
    public int height() {
      return 1;
    }

    @Override
    public BufferedImage image() {
      Thread.interrupted();
      return new BufferedImage(PIXEL_RATIO, PIXEL_RATIO, BufferedImage.TYPE_INT_RGB);
    }

    @Override
    public String text() {
      return "a figure";
    }
  }

  @Test
  void showingKeepsAnInterruptThatCameBefore() {
    Thread.currentThread().interrupt();
    Outputs.of(new Forgetful());
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void showingDoesNotInterruptByItself() {
    Outputs.of(new Forgetful());
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aReportOnOcclusionIsTextAndTables() {
    SkeletonDataset data =
        SyntheticActions.standard().withSubjects(1).withCameras(1).withActions(2).generate();
    OcclusionReport report = OcclusionReport.of(RandomOcclusion.of(0.2).apply(data));
    Output output = Outputs.of(report);
    assertThat(output.text()).isEqualTo(report.toString()).contains("% of the joints of");
    assertThat(output.rich().orElseThrow().type()).isEqualTo("text/html");
    assertThat(output.rich().orElseThrow().data())
        .contains("longest run (frames)")
        .contains("left arm");
  }

  @Test
  void imputersSideBySideAreTextAndTables() {
    SkeletonDataset data =
        SyntheticActions.standard().withSubjects(1).withCameras(1).withActions(2).generate();
    SkeletonDataset occluded = RandomOcclusion.of(0.2).apply(data);
    ImputationComparison comparison =
        ImputationComparison.empty().judge(Imputers.named("linear").fit(occluded), occluded);
    Output output = Outputs.of(comparison);
    assertThat(output.text()).isEqualTo(comparison.toString());
    assertThat(output.rich().orElseThrow().type()).isEqualTo("text/html");
    assertThat(output.rich().orElseThrow().data())
        .contains("95 % within, mm")
        .contains("by frames hidden")
        .contains("linear");
    Output one = Outputs.of(comparison.quality("linear"));
    assertThat(one.text()).contains("joints hidden on purpose");
    assertThat(one.rich().orElseThrow().data()).contains("by joint").contains("by length of gap");
  }

  @Test
  void preProcessingIsShownAsAPictureWithItsText() {
    PreprocessingTrace trace =
        Preprocessing.published().trace(Clips.random("c", 0, SkeletonLayout.KINECT_20, 3, 1));
    Output output = Outputs.of(PreprocessingFigure.of(trace));
    assertThat(output.text()).startsWith("Pre-processing of c\n1. Hidden joints");
    assertThat(output.rich().orElseThrow().type()).isEqualTo("image/png");
    assertThat(output.rich().orElseThrow().width()).isEqualTo(900);
    assertThat(Outputs.of(trace).text()).isEqualTo(trace.toString());
  }
}
