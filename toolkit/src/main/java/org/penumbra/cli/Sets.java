package org.penumbra.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.Datasets;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.TrainTest;

/** Opens the sets that verbs name, and puts halves together again. */
final class Sets {
  private static final int LOOKED_AT = 16;

  private Sets() {}

  /** The data folder. */
  static Path folder(Given given) {
    Path folder = given.maybe(CommonOptions.DATA).orElseGet(Datasets::folder);
    if (given.maybe(CommonOptions.DATA).isPresent() && !Files.isDirectory(folder)) {
      throw new DataNotFoundException(
          Files.exists(folder)
              ? folder + " is a file; --data takes the folder that holds it, --dataset the name."
              : "The data folder " + folder + " does not exist; name one with --data.");
    }
    return folder;
  }

  /** The set of {@code --dataset}. */
  static SkeletonDataset open(Given given) {
    return open(given, given.get(CommonOptions.DATASET));
  }

  /** A set of the data folder, held in memory if it takes no more than a quarter of it. */
  static SkeletonDataset open(Given given, String name) {
    SkeletonDataset data = named(name, folder(given));
    if (data.isInMemory() || data.size() == 0) {
      return data;
    }
    List<SkeletonClip> clips = data.clips();
    int looked = Math.min(LOOKED_AT, clips.size());
    double bytes = 0;
    for (int i = 0; i < looked; i++) {
      SkeletonClip clip = clips.get((int) ((long) i * clips.size() / looked));
      int cells = clip.frames() * clip.bodies() * clip.layout().size();
      bytes += 2.0 * SkeletonClip.CHANNELS * Float.BYTES * cells * clips.size() / looked;
    }
    return bytes < Runtime.getRuntime().maxMemory() / 4.0 ? data.inMemory() : data;
  }

  private static SkeletonDataset named(String name, Path folder) {
    try {
      return Datasets.open(name, folder);
    } catch (InvalidOptionException wrong) {
      Optional<String> meant = Nearest.among(name, wrong.getMessage());
      if (meant.isEmpty()) {
        throw wrong;
      }
      throw new DataNotFoundException(wrong.getMessage() + meant.get());
    }
  }

  /** The set divided by {@code --split}. */
  static TrainTest divide(Given given, SkeletonDataset data, Console console) {
    SplitChoice choice =
        given.maybe(CommonOptions.SPLIT).orElseGet(() -> SplitChoice.usualOf(data));
    TrainTest halves = choice.of(data);
    console.say(halves.toString());
    return halves;
  }

  /** Both halves as one set again. */
  static SkeletonDataset join(SkeletonDataset whole, TrainTest halves) {
    Map<String, Integer> places = new HashMap<>();
    List<SkeletonDataset> both = List.of(halves.train(), halves.test());
    for (SkeletonDataset half : both) {
      for (int n = 0; n < half.size(); n++) {
        places.put(half.infos().get(n).name(), half == both.get(0) ? n : -1 - n);
      }
    }
    return whole.map(
        clip -> {
          int n = places.get(clip.name());
          return n >= 0 ? both.get(0).clips().get(n) : both.get(1).clips().get(-1 - n);
        });
  }
}
