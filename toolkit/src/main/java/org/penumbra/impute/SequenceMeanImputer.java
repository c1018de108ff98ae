package org.penumbra.impute;

import java.util.Arrays;
import org.penumbra.data.SkeletonClip;

/**
 * Places a hidden joint at the mean of the frames that show it, as Trans4SOAR's released loaders
 * do. A joint that is never seen stays hidden.
 */
public record SequenceMeanImputer() implements ClipImputer {
  @Override
  public String name() {
    return "mean";
  }

  @Override
  public String describe() {
    return "mean place of the joint over the frames that show it (Trans4SOAR, released code)";
  }

  @Override
  public ImputedClip impute(SkeletonClip clip) {
    return BodyMotion.fill(
        clip,
        body -> {
          for (int v = 0; v < body.joints(); v++) {
            if (body.isEverSeen(v)) {
              double[][] path = new double[body.frames()][];
              Arrays.fill(path, Vectors.mean(body.seenPlaces(v)));
              body.fill(v, path);
            }
          }
        });
  }
}
