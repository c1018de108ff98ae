package org.penumbra.data.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.DatasetSource;
import org.penumbra.data.OpenOptions;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.SplitRules;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Northwestern-UCLA Multiview Action 3D in the JSON form the field uses: 1,484 clips, 10 classes,
 * 10 subjects, 3 views, one person of 20 joints (Kinect v1), metres, no frame rate.
 *
 * <p>Splits: cross view trains on views 1 and 2 (1,020 clips) and tests on view 3 (464 clips);
 * cross subject trains on odd subjects and tests on even ones.
 *
 * <p>A joint at exactly (0, 0, 0), the camera's own place, is OCCLUDED: the source has no tracking
 * state, and that point is what its sensor writes for a joint without position (12 joints in 2
 * clips of the whole set). A file without any frame is refused. One-frame and other degenerate
 * clips are kept.
 */
public final class NwUcla implements DatasetSource {
  private static final EntryLimits LIMITS = new EntryLimits(16 << 20, 4L << 30, 100_000);
  private static final String CLIP_FOLDER = "all_sqe";
  private static final List<String> NAMES = List.of("nw-ucla", "NW-UCLA");

  /** Made by {@link java.util.ServiceLoader}. */
  public NwUcla() {}

  @Override
  public String name() {
    return "nw-ucla";
  }

  @Override
  public String description() {
    return "Northwestern-UCLA: 10 everyday actions, 3 views, Kinect v1 skeletons; for research use.";
  }

  @Override
  public String howToGet() {
    return "Get the skeleton JSON files (folder all_sqe) that skeleton action recognition projects "
        + "link to, and put the folder or archive into the data folder as nw-ucla, nw-ucla.zip, "
        + "nw-ucla.tar.gz or nw-ucla.tar.xz.";
  }

  @Override
  public boolean isIn(Path dataFolder) {
    return find(dataFolder).isPresent();
  }

  @Override
  public SkeletonDataset open(Path dataFolder, OpenOptions options) {
    Path source =
        find(dataFolder)
            .orElseThrow(
                () ->
                    new DataNotFoundException(
                        "No nw-ucla in " + dataFolder + missing(dataFolder) + ". " + howToGet()));
    DamageReport damage = new DamageReport(options.damaged());
    Clips clips = new Clips(damage);
    Entries.read(source, LIMITS, NwUclaName::isClip, clips);
    if (clips.read.isEmpty()) {
      throw new DataFormatException(
          source.toString(),
          "expected files like a01_s01_e00_v01.json, found none."
              + damage.first()
              + " "
              + howToGet());
    }
    return new SkeletonDataset(
            name(),
            SkeletonLayout.KINECT_20,
            NwUclaName.CLASSES,
            List.copyOf(clips.read),
            SplitRules.of(name()))
        .withSkipped(damage.skipped());
  }

  /** Reads one file after the other. */
  private record Clips(DamageReport damage, Map<String, String> places, List<SkeletonClip> read)
      implements Entries.Visitor {
    Clips(DamageReport damage) {
      this(damage, new HashMap<>(), new ArrayList<>());
    }

    @Override
    public void visit(String name, String place, byte[] content) {
      try {
        ClipInfo info = NwUclaName.parse(name, place);
        String former = places.get(info.name());
        if (former != null) {
          throw new DataFormatException(place, "the same clip is also in " + former + ".");
        }
        read.add(NwUclaJson.read(info, place, content));
        places.put(info.name(), place);
      } catch (DataFormatException problem) {
        damage.add(place, problem);
      }
    }

    @Override
    public void unreadable(String place, DataFormatException problem) {
      damage.add(place, problem);
    }
  }

  private static String missing(Path dataFolder) {
    return Files.exists(dataFolder) ? "" : ", which does not exist";
  }

  private static Optional<Path> find(Path dataFolder) {
    return DataPlace.find(dataFolder, CLIP_FOLDER, NAMES);
  }
}
