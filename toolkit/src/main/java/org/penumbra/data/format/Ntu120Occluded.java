package org.penumbra.data.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * NTU RGB+D 120 with joints hidden on purpose, in the same text form: a position of exactly (0, 0,
 * 0) inside a listed body is OCCLUDED ({@code methods.md} 1.3). Otherwise as {@link Ntu120}.
 */
public final class Ntu120Occluded extends NtuSource {
  /** Made by {@link java.util.ServiceLoader}. */
  public Ntu120Occluded() {
    super(NtuSet.NTU_120, JointMarker.ZERO_POSITION);
  }

  @Override
  public String name() {
    return "ntu-120-occluded";
  }

  @Override
  public String description() {
    return "NTU RGB+D 120 in raw form with joints hidden on purpose: zero coordinates mark them.";
  }

  @Override
  public String howToGet() {
    return "Made by yourself or by others from ntu-120 in the same text form, with x = y = z = 0 for a hidden "
        + "joint, and put into the data folder as folder ntu-120-occluded or ntu-120-occluded.zip. The toolkit "
        + "writes such files too: NtuSkeletonWriter.";
  }

  @Override
  Optional<List<Path>> find(Path dataFolder) {
    return NtuPlaces.of(List.of("ntu-120-occluded")).find(dataFolder);
  }
}
