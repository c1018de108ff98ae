package org.penumbra.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.SkippedFile;
import org.penumbra.data.report.DatasetReport;
import org.penumbra.data.report.ReportClips;
import org.penumbra.occlusion.BodyPartOcclusion;
import org.penumbra.plot.Figure;

class ReportHtmlTest {
  private static final DatasetReport CLEAN = ReportClips.set(ReportClips.clean()).report();
  private static final DatasetReport ODD =
      ReportClips.with(7, ReportClips.clean()[0].withInfo(ReportClips.info("<i>copy</i>", 1, 1, 2)))
          .withSkipped(List.of(new SkippedFile("<script>.json", "cut off")))
          .report();

  @Test
  void warningsComeFirstInAFrame() {
    String html = ReportHtml.render(ODD);
    assertThat(html).contains("WARNING: 3 things found", "border:2px solid", "<ul>");
    assertThat(html.indexOf("WARNING")).isLessThan(html.indexOf("<table"));
    assertThat(html.split("<li>", -1)).hasSize(1 + ODD.warnings().size());
    assertThat(html.indexOf("exact copies of training clips"))
        .isPositive()
        .isLessThan(html.indexOf("</ul>"));
  }

  @Test
  void withoutWarningsThereIsNoFrame() {
    assertThat(ReportHtml.render(CLEAN))
        .contains("No warning: nothing found")
        .doesNotContain("WARNING", "border:2px solid #b00020", "<ul>");
  }

  @Test
  void namesFromFilesAreEscapedAndNothingIsFetchedOrRun() {
    assertThat(ReportHtml.render(ODD))
        .contains("&lt;script&gt;.json", "&lt;i&gt;copy&lt;/i&gt;")
        .doesNotContain("<script", "<i>", "http", "src=", "class=");
  }

  @Test
  void everyTableIsThereOrNamedAsEmpty() {
    String html = ReportHtml.render(ODD);
    ODD.tables()
        .forEach(
            table -> assertThat(html).as(table.name()).contains(TableHtml.escape(table.name())));
    assertThat(html).contains("<summary>Clips by class (3 rows)</summary>");
    assertThat(html.substring(html.indexOf("Nothing to list"))).contains("Degenerate clips");
    assertThat(html.split("<details>", -1)).hasSameSizeAs(html.split("</details>", -1));
  }

  @Test
  void longTablesSayHowManyRowsThereAre() {
    SkeletonClip[] clips = new SkeletonClip[45];
    for (int n = 0; n < clips.length; n++) {
      String name = "c%02d".formatted(n);
      clips[n] = ReportClips.clip(ReportClips.info(name, 0, 1, 1), ReportClips.walk(name, 3));
    }
    assertThat(ReportHtml.render(ReportClips.set(clips).report()))
        .contains("Degenerate clips (45 rows)", "15 more rows (45 in all)");
  }

  @Test
  void aReportIsShownWithItsPictures() {
    assertThat(Outputs.parts(CLEAN)).hasSize(2).last().isInstanceOf(Figure.class);
    SkeletonDataset hidden =
        BodyPartOcclusion.of(2).withSeed(1).apply(ReportClips.set(ReportClips.clean()));
    assertThat(hidden.clips().get(0).mask().count(JointState.OCCLUDED)).isPositive();
    assertThat(Outputs.parts(hidden.report())).hasSize(3);
    assertThat(Outputs.parts(null)).containsExactly((Object) null);
    Output output = Outputs.of(CLEAN);
    assertThat(output.text()).isEqualTo(CLEAN.toString());
    assertThat(output.rich()).get().extracting(Output.Rich::type).isEqualTo("text/html");
  }
}
