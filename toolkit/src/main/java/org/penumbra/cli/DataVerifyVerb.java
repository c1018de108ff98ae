package org.penumbra.cli;

import java.util.List;
import org.penumbra.data.Datasets;
import org.penumbra.data.integrity.ManifestCheck;

/** {@code data verify}. */
final class DataVerifyVerb implements Verb {
  @Override
  public Manual manual() {
    return new Manual(
        "data verify",
        "compares a data set's files with a manifest, byte for byte",
        "Compares names, sizes and SHA-256 with NAME.manifest in the data folder, else with the"
            + " toolkit's own manifest, which there is for nw-ucla. The first time reads everything,"
            + " later only what has changed.",
        List.of(),
        List.of(CommonOptions.DATASET, CommonOptions.DATA, CommonOptions.JSON),
        List.of(
            "data verify --dataset nw-ucla --data FOLDER",
            "data verify --dataset nw-ucla --data FOLDER --json"),
        "One line if all is well, else which files are missing or differ; status 1 then. As JSON:"
            + " data_set, passed, expected (files), missing, changed, extra (names).");
  }

  @Override
  public int run(Given given, Console console) {
    String name = given.get(CommonOptions.DATASET);
    ManifestCheck check = Datasets.verify(name, Sets.folder(given));
    console.result(
        given,
        check.toString(),
        new JsonResult()
            .with("data_set", name)
            .with("passed", check.passed())
            .with("expected", check.expected())
            .with("missing", check.missing())
            .with("changed", check.changed())
            .with("extra", check.extra())
            .json());
    return check.passed() ? 0 : 1;
  }
}
