package org.penumbra.pretrain;

import java.util.Map;
import org.penumbra.model.StGcn;
import org.penumbra.tensor.Parameters;

/** Query network, key network and memory of one stream. Closing frees all but the query encoder. */
interface StreamNetworks extends AutoCloseable {
  /** The query encoder. */
  StGcn encoder();

  /** What follows the update of the query network's weights: the step's keys join the memory. */
  void afterUpdate();

  /**
   * What the optimiser moves.
   *
   * @param suffix of the names, which tells streams apart
   */
  Map<String, Parameters> trained(String suffix);

  /** Everything that a checkpoint must hold, by names with the same suffix. */
  Map<String, Parameters> state(String suffix);

  @Override
  void close();
}
