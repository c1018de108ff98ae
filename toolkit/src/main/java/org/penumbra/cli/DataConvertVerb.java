package org.penumbra.cli;

import java.util.List;
import java.util.function.UnaryOperator;
import org.penumbra.data.SkeletonDataset;

/** {@code data convert}. */
final class DataConvertVerb implements Verb {
  @Override
  public Manual manual() {
    return new Manual(
        "data convert",
        "writes a data set as one file that opens like any other",
        "Writes all clips of a set, with masks, performers, cameras, class names and splits, as a"
            + " set of your own: a file of clips, its layout and its splits. Coordinates are metres"
            + " in the camera frame, float32; nothing is changed. datasets/README.md describes the"
            + " files, which NumPy and spreadsheets read.",
        List.of(),
        List.of(
            CommonOptions.DATASET,
            CommonOptions.DATA,
            CommonOptions.OUT,
            CommonOptions.FORCE,
            CommonOptions.JSON),
        List.of(
            "data convert --dataset synthetic-small --out work/small.npz",
            "data convert --dataset nw-ucla --data FOLDER --out work/ucla.csv"),
        "Up to three files, whose names are printed. As JSON: data_set (its new name), clips,"
            + " files.");
  }

  @Override
  public int run(Given given, Console console) {
    SetFiles files = SetFiles.at(given);
    SkeletonDataset opened = Sets.open(given);
    SkeletonDataset data =
        SetFiles.told(opened, UnaryOperator.identity(), "converting " + opened.name(), console);
    files.write(data, console);
    console.result(
        given,
        String.join("\n", files.written()),
        new JsonResult()
            .with("data_set", files.name())
            .with("clips", data.size())
            .with("files", files.written())
            .json());
    return 0;
  }
}
