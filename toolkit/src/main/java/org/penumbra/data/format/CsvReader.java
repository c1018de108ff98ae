package org.penumbra.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.Require;
import org.penumbra.data.DamagedFiles;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.SkippedFile;
import org.penumbra.skeleton.LayoutFile;

/** Reads one CSV of clips; see {@link CsvClips} for the format. */
final class CsvReader {
  private static final int MOST_FRAMES = 100_000;
  private static final int MOST_BODIES = 16;
  private static final int MOST_CLIPS = 1_000_000;
  private static final List<CsvColumn> OF_CLIP =
      Stream.of(CsvColumn.values()).filter(CsvColumn::isOfClip).toList();

  /** Cells that the clips of a file may have beyond those that its rows fill. */
  private static final long FREE_CELLS = 4_000_000;

  private static final int CELLS_PER_ROW = 50;

  private final String place;
  private final LayoutFile layout;
  private final boolean skip;
  private final CsvRow row;
  private final CsvJoints joints;
  private final CsvPosition position;
  private final Map<String, CsvClip> clips = new LinkedHashMap<>();
  private final Map<String, SkippedFile> damaged = new TreeMap<>();
  private byte[] lastName = {};
  private CsvClip last;
  private long rows;

  private CsvReader(String place, InputStream in, LayoutFile layout, DamagedFiles damaged) {
    this.place = place;
    this.layout = layout;
    this.skip = damaged == DamagedFiles.SKIP;
    this.row = new CsvRow(place, new CsvScanner(place, in));
    this.joints = new CsvJoints(layout.layout());
    this.position = new CsvPosition(layout.frame());
    Require.inRange("joints of a layout for CSV", layout.layout().size(), 1, Short.MAX_VALUE);
  }

  /**
   * Reads a set.
   *
   * @param name what to call it
   * @param place what to call the file in messages
   * @param in the text; the caller closes it
   */
  static SkeletonDataset read(
      String name, String place, InputStream in, LayoutFile layout, DamagedFiles damaged)
      throws IOException {
    CsvReader reader = new CsvReader(place, in, layout, damaged);
    reader.rows();
    return reader.dataset(name);
  }

  private void rows() throws IOException {
    row.header();
    while (row.next()) {
      rows++;
      CsvClip clip = clip();
      try {
        read(clip);
      } catch (DataFormatException failure) {
        leaveOut(clip, failure);
      }
    }
  }

  private CsvClip clip() {
    if (last != null && row.equals(CsvColumn.CLIP, lastName)) {
      return last;
    }
    String name = row.text(CsvColumn.CLIP);
    if (name.isBlank()) {
      throw row.wrong(CsvColumn.CLIP, "the clip's name");
    }
    if (clips.size() >= MOST_CLIPS) {
      throw row.wrong(CsvColumn.CLIP, "at most " + MOST_CLIPS + " clips in one file");
    }
    lastName = row.copy(CsvColumn.CLIP);
    last = clips.computeIfAbsent(name, CsvClip::new);
    return last;
  }

  private void read(CsvClip clip) {
    int frame = row.integer(CsvColumn.FRAME, 0, MOST_FRAMES - 1);
    int body = row.isEmpty(CsvColumn.BODY) ? 0 : row.integer(CsvColumn.BODY, 0, MOST_BODIES - 1);
    int joint = joints.of(row);
    boolean hasPosition = position.read(row);
    CsvState state = CsvState.read(row, hasPosition);
    for (CsvColumn column : OF_CLIP) {
      if (!row.isEmpty(column)) {
        clip.describe(row, column);
      }
    }
    clip.add(row.line(), frame, joint, body, state, position.metres());
  }

  private void leaveOut(CsvClip clip, DataFormatException failure) {
    if (!skip) {
      throw failure;
    }
    String name = place + ", clip " + clip.name();
    damaged.putIfAbsent(clip.name(), new SkippedFile(name, failure.getMessage()));
  }

  private SkeletonDataset dataset(String name) {
    clips.keySet().removeAll(damaged.keySet());
    CsvLabels labels = CsvLabels.of(place, clips.values(), layout.classNames());
    List<SkeletonClip> built = new ArrayList<>();
    long cells = 0;
    for (Iterator<CsvClip> left = clips.values().iterator(); left.hasNext(); ) {
      CsvClip clip = left.next();
      left.remove(); // so that its rows are free as soon as the clip is made
      cells += clip.cells(layout.layout());
      if (cells > FREE_CELLS + CELLS_PER_ROW * rows) {
        throw new DataFormatException(
            place,
            "expected frames numbered from 0 without huge gaps; up to clip '"
                + clip.name()
                + "' they make room for "
                + cells
                + " joints, found "
                + rows
                + " lines in the whole file; refused to protect the machine.");
      }
      try {
        int label = labels.of(clip, row.has(CsvColumn.LABEL));
        built.add(clip.build(place, layout.layout(), label));
      } catch (DataFormatException failure) {
        leaveOut(clip, failure);
      }
    }
    if (built.isEmpty()) {
      throw new DataFormatException(
          place,
          damaged.isEmpty()
              ? "expected lines after the column names, found none."
              : "no clip is whole; the first problem: "
                  + damaged.values().iterator().next().problem());
    }
    return new SkeletonDataset(name, layout.layout(), labels.classNames(), built, List.of())
        .withSkipped(List.copyOf(damaged.values()));
  }
}
