package org.penumbra.data.format;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.penumbra.data.ClipInfo;

/**
 * One of the two sizes of NTU RGB+D.
 *
 * @param splits name of its splits, and of the set
 * @param title as people write it
 * @param classes number of actions
 * @param setups number of camera setups
 */
record NtuSet(String splits, String title, int classes, int setups) {
  static final NtuSet NTU_60 = new NtuSet("ntu-60", "NTU RGB+D 60", 60, 17);
  static final NtuSet NTU_120 = new NtuSet("ntu-120", "NTU RGB+D 120", 120, 32);

  /** Whether a clip belongs to it; a folder may hold the clips of both. */
  boolean holds(ClipInfo info) {
    return info.label() < classes && info.setup() >= 1 && info.setup() <= setups;
  }

  /** Names of the classes, by label. */
  List<String> classNames() {
    return ResourceLines.of("ntu-classes.txt").subList(0, classes);
  }

  /**
   * Whether the authors say that a clip's skeletons are missing or incomplete: 302 clips of 60
   * classes, 535 of 120.
   */
  Predicate<ClipInfo> missing() {
    Set<String> names =
        ResourceLines.of("ntu-missing.txt").stream().collect(Collectors.toUnmodifiableSet());
    return info -> names.contains(info.name());
  }
}
