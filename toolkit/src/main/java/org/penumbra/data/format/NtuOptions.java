package org.penumbra.data.format;

import java.util.Objects;
import org.penumbra.data.BodySelection;

/**
 * How an NTU RGB+D skeleton file is read.
 *
 * @param bodies which listed bodies become the one or two of the clip
 * @param marker what tells that a joint has no position
 */
record NtuOptions(BodySelection bodies, JointMarker marker) {
  NtuOptions {
    Objects.requireNonNull(bodies, "bodies");
    Objects.requireNonNull(marker, "marker");
  }
}
