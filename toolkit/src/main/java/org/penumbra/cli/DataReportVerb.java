package org.penumbra.cli;

import com.google.gson.JsonArray;
import java.util.List;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.report.DatasetReport;
import tech.tablesaw.api.Table;

/** {@code data report}. */
final class DataReportVerb implements Verb {
  @Override
  public Manual manual() {
    return new Manual(
        "data report",
        "what a data set holds and what is odd about it",
        "Reads every clip once and tells counts, lengths, missing joints, degenerate clips, jumps"
            + " and copies, also of test clips in the training half; warnings come first.",
        List.of(),
        List.of(CommonOptions.DATASET, CommonOptions.DATA, CommonOptions.JSON),
        List.of(
            "data report --dataset synthetic-small",
            "data report --dataset nw-ucla --data FOLDER --json > report.json"),
        "Under 60 lines, long tables with their first rows. As JSON: data_set, clips, warnings (a"
            + " sentence each), tables (complete; title and rows).");
  }

  @Override
  public int run(Given given, Console console) {
    SkeletonDataset data = Sets.open(given);
    console.say("reading " + data.size() + " clips of " + data.name());
    DatasetReport report = data.report();
    JsonArray tables = new JsonArray();
    for (Table table : report.tables()) {
      tables.add(
          new JsonResult().with("title", table.name()).with("rows", JsonResult.rows(table)).json());
    }
    console.result(
        given,
        report.toString(),
        new JsonResult()
            .with("data_set", report.name())
            .with("clips", data.size())
            .with("warnings", report.warnings())
            .with("tables", tables)
            .json());
    return 0;
  }
}
