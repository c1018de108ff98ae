package org.penumbra.cli;

import com.google.gson.JsonArray;
import java.util.List;
import org.penumbra.results.ManifestDiff;
import org.penumbra.results.RunManifest;
import org.penumbra.results.RunStore;

/** {@code runs diff}. */
final class RunsDiffVerb implements Verb {
  @Override
  public Manual manual() {
    return new Manual(
        "runs diff",
        "in what two runs differ",
        "Compares options, data, the runs that each is made from, versions, machine and figures of"
            + " two runs. Equal things are left out; so are times and files.",
        List.of("RUN", "RUN"),
        List.of(CommonOptions.RUNS, CommonOptions.JSON),
        List.of(
            "runs diff pretrain/3f2a pretrain/77c0",
            "runs diff pretrain/3f2a pretrain/77c0 --json"),
        "A line for each difference. As JSON: a, b, differences (what, name, a, b).");
  }

  @Override
  public int run(Given given, Console console) {
    RunStore runs = CommonOptions.runs(given, console);
    ManifestDiff diff =
        RunManifest.diff(runs.show(given.words().get(0)), runs.show(given.words().get(1)));
    JsonArray rows = new JsonArray();
    for (ManifestDiff.Row row : diff.rows()) {
      rows.add(
          new JsonResult()
              .with("what", row.what())
              .with("name", row.name())
              .with("a", row.a())
              .with("b", row.b())
              .json());
    }
    console.result(
        given,
        diff.toString(),
        new JsonResult().with("a", diff.a()).with("b", diff.b()).with("differences", rows).json());
    return 0;
  }
}
