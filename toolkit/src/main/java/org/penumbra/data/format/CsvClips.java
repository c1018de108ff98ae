package org.penumbra.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.OpenOptions;
import org.penumbra.data.OwnSetReader;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.LayoutFile;
import org.penumbra.skeleton.SourceFrame;

/**
 * Clips as comma-separated text, one line per joint, in any order:
 *
 * <pre>{@code
 * clip,frame,body,joint,x,y,z,state,label,subject
 * wave-01,0,0,left hand,0.41,1.32,2.05,observed,wave,3
 * wave-01,0,0,right hand,,,,occluded,wave,3
 * }</pre>
 *
 * <ul>
 *   <li>{@code clip}, {@code frame} (from 0), {@code joint} (name, or index from 0), {@code x},
 *       {@code y} and {@code z} must be there; {@code body} (from 0), {@code state}, {@code label},
 *       {@code subject}, {@code camera}, {@code setup} and {@code repetition} may be. Columns in
 *       any order; other columns are passed over.
 *   <li>{@code state}: observed, occluded, absent; tracked and inferred from a sensor that tells
 *       whether it guessed. Where it is empty, a joint with coordinates is observed and one without
 *       (nothing, NaN) occluded. A body with any line in a frame has its other joints OCCLUDED; one
 *       without is ABSENT, and so are frames that are left out.
 *   <li>{@code label}: whole numbers from 0, or names, which are numbered in alphabetical order
 *       unless the layout file lists {@code classes}.
 *   <li>UTF-8; separated by comma, semicolon or tab; quotes as in RFC 4180; decimal point. The last
 *       line must end with a line break, as otherwise a file that was cut off would not be noticed.
 * </ul>
 *
 * A clip keeps all its bodies (at most 16), in the order of their numbers. With {@link
 * org.penumbra.data.DamagedFiles#SKIP} a clip with a wrong line is left out.
 */
public final class CsvClips implements OwnSetReader {
  private static final String ENDING = ".csv";

  /** Made by {@link java.util.ServiceLoader}. */
  public CsvClips() {}

  @Override
  public String ending() {
    return ENDING;
  }

  @Override
  public SkeletonDataset read(String name, Path file, LayoutFile layout, OpenOptions options) {
    if (!Files.exists(file)) {
      throw new DataNotFoundException("No file " + file + ".");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return CsvReader.read(name, file.toString(), in, layout, options.damaged());
    } catch (IOException failure) {
      throw new DataFormatException(file.toString(), "cannot be read: " + failure, failure);
    }
  }

  /** Reads a file with {@code NAME.layout.json} beside it. */
  public static SkeletonDataset read(Path csv) {
    return read(csv, LayoutFile.read(layoutFile(csv)));
  }

  /**
   * Reads a file.
   *
   * @param csv the file; its name without ending becomes the set's
   * @param layout which joints, units, axes and classes
   * @throws DataFormatException if anything is wrong; the message names line and column
   */
  public static SkeletonDataset read(Path csv, LayoutFile layout) {
    return new CsvClips().read(name(csv), csv, layout, OpenOptions.published());
  }

  /**
   * Writes a set as {@code NAME.csv} and {@code NAME.layout.json} beside it, so that reading gives
   * an equal set: clips, masks, inferred joints and classes. Metres, exact floats, labels as
   * numbers. The truth behind synthetic occlusion is not written.
   *
   * @param csv where to; an existing file is replaced
   * @throws InvalidOptionException if the file's name does not end in .csv or a clip is empty
   */
  public static void write(SkeletonDataset dataset, Path csv) {
    LayoutFile layout =
        new LayoutFile(dataset.layout(), SourceFrame.metres(), dataset.classNames());
    Path layoutFile = layoutFile(csv);
    AtomicFiles.write(
        csv,
        bytes -> {
          Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
          CsvWriter.write(dataset, text);
          text.flush();
        });
    layout.write(layoutFile);
  }

  private static Path layoutFile(Path csv) {
    return csv.resolveSibling(name(csv) + ".layout.json");
  }

  private static String name(Path csv) {
    String file = String.valueOf(csv.getFileName());
    if (!file.toLowerCase(Locale.ROOT).endsWith(ENDING)) {
      throw new InvalidOptionException("name of the file", "NAME.csv", file);
    }
    return file.substring(0, file.length() - ENDING.length());
  }
}
