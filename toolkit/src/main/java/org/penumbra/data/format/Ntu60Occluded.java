package org.penumbra.data.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * NTU RGB+D 60 with joints hidden on purpose, in the same text form: a position of exactly (0, 0,
 * 0) inside a listed body is OCCLUDED ({@code methods.md} 1.3). Otherwise as {@link Ntu60}.
 */
public final class Ntu60Occluded extends NtuSource {
  /** Made by {@link java.util.ServiceLoader}. */
  public Ntu60Occluded() {
    super(NtuSet.NTU_60, JointMarker.ZERO_POSITION);
  }

  @Override
  public String name() {
    return "ntu-60-occluded";
  }

  @Override
  public String description() {
    return "NTU RGB+D 60 in raw form with joints hidden on purpose: zero coordinates mark them.";
  }

  @Override
  public String howToGet() {
    return "Made by yourself or by others from ntu-60 in the same text form, with x = y = z = 0 for a hidden "
        + "joint, and put into the data folder as folder ntu-60-occluded or ntu-60-occluded.zip. The toolkit "
        + "writes such files too: NtuSkeletonWriter.";
  }

  @Override
  Optional<List<Path>> find(Path dataFolder) {
    return NtuPlaces.of(List.of("ntu-60-occluded")).find(dataFolder);
  }
}
