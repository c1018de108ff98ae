package org.penumbra.synthetic;

import java.nio.file.Path;
import org.penumbra.data.DatasetSource;
import org.penumbra.data.OpenOptions;
import org.penumbra.data.SkeletonDataset;

/** The small {@link SyntheticActions} as a data set that is always there. */
public final class SmallSyntheticSource implements DatasetSource {
  /** Made by {@link java.util.ServiceLoader}. */
  public SmallSyntheticSource() {}

  @Override
  public String name() {
    return "synthetic-small";
  }

  @Override
  public String description() {
    return "Synthetic: the part of synthetic in which 8 subjects do 23 actions alone; made, not"
        + " recorded.";
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
    return SyntheticActions.small().generate();
  }
}
