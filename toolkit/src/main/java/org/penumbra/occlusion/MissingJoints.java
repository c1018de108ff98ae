package org.penumbra.occlusion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.penumbra.core.Hashes;
import org.penumbra.core.Identified;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * OPSTL's matrix B: which joints of each clip are hidden in any frame of any body. Rows are found
 * by the names of the clips, so it serves every selection, order and prepared form of the set.
 *
 * <p>Imputation fills what is hidden, so B comes from the occluded set also where the imputed one
 * is trained on.
 *
 * <pre>{@code
 * MissingJoints missing = MissingJoints.of(occluded.train());
 * Opstl.preset(scale).withMissing(missing).pretrain(prepared);
 * }</pre>
 */
public final class MissingJoints implements Identified {
  private final String name;
  private final SkeletonLayout layout;
  private final Map<String, boolean[]> rows;

  private MissingJoints(String name, SkeletonLayout layout, Map<String, boolean[]> rows) {
    this.name = name;
    this.layout = layout;
    this.rows = rows;
  }

  /** What the masks of a set say; goes through the clips once and keeps none of them. */
  public static MissingJoints of(SkeletonDataset data) {
    List<String> names = data.infos().stream().map(ClipInfo::name).toList();
    return of(data.name(), data.layout(), names, OcclusionReport.of(data).anyHidden());
  }

  /**
   * A matrix of one's own.
   *
   * @param name of the set, for people
   * @param layout which joints, V of them
   * @param clipNames N names
   * @param hidden (N, V)
   * @throws InvalidOptionException if a row is missing or too long or short, or a name is double
   */
  public static MissingJoints of(
      String name, SkeletonLayout layout, List<String> clipNames, boolean[][] hidden) {
    if (hidden.length != clipNames.size()) {
      throw new InvalidOptionException(
          "rows of missing joints of " + name,
          clipNames.size() + ", one for each clip",
          hidden.length);
    }
    Map<String, boolean[]> rows = new HashMap<>();
    for (int n = 0; n < hidden.length; n++) {
      String clip = clipNames.get(n);
      if (hidden[n].length != layout.size()) {
        throw new InvalidOptionException(
            "missing joints of clip " + clip,
            layout.size() + " values, one for each joint of " + layout.name(),
            hidden[n].length);
      }
      if (rows.put(clip, hidden[n].clone()) != null) {
        throw new InvalidOptionException(
            "clips of missing joints of " + name, "each named once", clip + " twice");
      }
    }
    return new MissingJoints(name, layout, rows);
  }

  /** Which joints. */
  public SkeletonLayout layout() {
    return layout;
  }

  /** Number of clips, N. */
  public int clips() {
    return rows.size();
  }

  /** Share of the entries of B that say hidden, 0 to 1. */
  public double share() {
    long hidden = 0;
    for (boolean[] row : rows.values()) {
      for (boolean joint : row) {
        hidden += joint ? 1 : 0;
      }
    }
    return rows.isEmpty() ? 0 : (double) hidden / rows.size() / layout.size();
  }

  /**
   * The rows of some clips, in their order.
   *
   * @param data what the clips belong to, for the message
   * @return (N, V), a copy
   * @throws InvalidOptionException if the layout is another or a clip is not known here
   */
  public boolean[][] rows(String data, SkeletonLayout ofData, List<String> clipNames) {
    if (!ofData.equals(layout)) {
      throw new InvalidOptionException(
          "layout of the missing joints of " + name,
          ofData.name() + ", as that of " + data,
          layout.name());
    }
    boolean[][] found = new boolean[clipNames.size()][];
    Arrays.setAll(found, n -> row(data, clipNames.get(n)).clone());
    return found;
  }

  private boolean[] row(String data, String clip) {
    boolean[] row = rows.get(clip);
    if (row == null) {
      throw new InvalidOptionException(
          "missing joints of " + name + " for the clips of " + data,
          "a row for clip " + clip + "; take them from the occluded set that the clips come from",
          "rows of " + rows.size() + " other clips");
    }
    return row;
  }

  /** SHA-256 over names and rows, in order of the names; the first 16 digits, hexadecimal. */
  public String fingerprint() {
    MessageDigest digest = Hashes.sha256();
    for (String clip : new TreeSet<>(rows.keySet())) {
      digest.update((clip + '\0').getBytes(StandardCharsets.UTF_8));
      for (boolean joint : rows.get(clip)) {
        digest.update((byte) (joint ? 1 : 0));
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }

  /** Layout, number of clips and {@link #fingerprint()}; the name does not count. */
  @Override
  public String identity() {
    return layout.name() + ", " + rows.size() + " clips, content " + fingerprint();
  }

  /** One line for people; two matrices with the same line are the same. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "missing joints of %s: %,d clips, %.1f %% of their joints hidden at some time, content %s",
        name,
        rows.size(),
        100 * share(),
        fingerprint());
  }
}
