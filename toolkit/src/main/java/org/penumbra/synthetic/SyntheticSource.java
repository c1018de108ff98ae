package org.penumbra.synthetic;

import java.nio.file.Path;
import org.penumbra.data.DatasetSource;
import org.penumbra.data.OpenOptions;
import org.penumbra.data.SkeletonDataset;

/** The standard {@link SyntheticActions} as a data set that is always there. */
public final class SyntheticSource implements DatasetSource {
  /** Made by {@link java.util.ServiceLoader}. */
  public SyntheticSource() {}

  @Override
  public String name() {
    return "synthetic";
  }

  @Override
  public String description() {
    return "Synthetic: 27 actions of jointed bodies, 4 of them by two, 24 subjects, 3 cameras, 6 setups;"
        + " made, not recorded.";
  }

  @Override
  public String howToGet() {
    return "Nothing to do: it is made when it is opened.";
  }

  @Override
  public boolean isIn(Path dataFolder) {
    return true;
  }

  @Override
  public SkeletonDataset open(Path dataFolder, OpenOptions options) {
    return SyntheticActions.standard().generate();
  }
}
