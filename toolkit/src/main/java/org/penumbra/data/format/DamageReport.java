package org.penumbra.data.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.DamagedFiles;
import org.penumbra.data.SkippedFile;

/** Is told of files that cannot be used while others can, and does what the user chose. */
final class DamageReport {
  private final DamagedFiles choice;
  private final List<SkippedFile> skipped = new ArrayList<>();

  DamageReport(DamagedFiles choice) {
    this.choice = choice;
  }

  /**
   * Notes a file that is left out.
   *
   * @param place the file
   * @throws DataFormatException the problem itself, if damaged files are refused
   */
  void add(String place, DataFormatException problem) {
    if (choice == DamagedFiles.REFUSE) {
      throw problem;
    }
    skipped.add(new SkippedFile(place, problem.getMessage()));
  }

  /** Whether damaged files are left out, so that all must be looked at. */
  boolean skips() {
    return choice == DamagedFiles.SKIP;
  }

  /** What was left out, in order of places. */
  List<SkippedFile> skipped() {
    return skipped.stream().sorted(Comparator.comparing(SkippedFile::place)).toList();
  }

  /** The first problem for a message, if there is any. */
  String first() {
    return skipped.isEmpty() ? "" : " First problem: " + skipped().get(0).problem();
  }
}
