package org.penumbra.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.penumbra.results.PaperTable;
import org.penumbra.results.Papers;

class TableReportHtmlTest {
  @Test
  void paperTableIsShownAsStyledTableWithItsRemarksAndAsText() {
    PaperTable table = PaperTable.of("opstl", "II");
    Output output = Outputs.of(table);
    String html = output.rich().orElseThrow().data();
    assertThat(output.text()).isEqualTo(table.toString());
    assertThat(html)
        .contains("<table", "58.09 (+4.84) [1]", "xview knn")
        .contains("[2] near chance (1/60 = 1.67)")
        .doesNotContain("<details>");
  }

  @Test
  void everyRowIsShownAndManyRemarksAreFolded() {
    for (PaperTable table : Papers.tables()) {
      String html = Outputs.of(table).rich().orElseThrow().data();
      assertThat(html.split("<tr ", -1)).hasSize(table.table().rowCount() + 2);
    }
    String many = Outputs.of(PaperTable.of("crossmoco", "VI")).rich().orElseThrow().data();
    assertThat(many).contains("<details><summary>9 remarks</summary>").contains("26.5 %");
  }
}
