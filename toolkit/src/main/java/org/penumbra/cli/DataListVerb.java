package org.penumbra.cli;

import java.util.List;
import org.penumbra.data.Datasets;
import tech.tablesaw.api.Table;

/** {@code data list}. */
final class DataListVerb implements Verb {
  @Override
  public Manual manual() {
    return new Manual(
        "data list",
        "what data sets there are, and how to get the others",
        "Lists the sets that the toolkit knows and those that you made, with whether each is in the"
            + " data folder.",
        List.of(),
        List.of(CommonOptions.DATA, CommonOptions.JSON),
        List.of("data list", "data list --data work --json"),
        "A line for each set. As JSON: folder, and data_sets with data_set, there (yes or no),"
            + " about, how_to_get_it.");
  }

  @Override
  public int run(Given given, Console console) {
    Table sets = Datasets.list(Sets.folder(given));
    StringBuilder text = new StringBuilder(sets.name());
    for (int i = 0; i < sets.rowCount(); i++) {
      boolean there = sets.getString(i, "there").equals("yes");
      text.append("\n\n")
          .append(sets.getString(i, "data set"))
          .append(there ? "\n  " : "  (not there)\n  ")
          .append(sets.getString(i, "about"));
      if (!there) {
        text.append("\n  ").append(sets.getString(i, "how to get it"));
      }
    }
    console.result(
        given,
        text.toString(),
        new JsonResult()
            .with("folder", Sets.folder(given).toString())
            .with("data_sets", JsonResult.rows(sets))
            .json());
    return 0;
  }
}
