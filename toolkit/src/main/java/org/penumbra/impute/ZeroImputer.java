package org.penumbra.impute;

import org.penumbra.data.SkeletonClip;

/**
 * Places every hidden joint at (0, 0, 0) of the camera's frame: what the papers' data hold where
 * nothing is imputed (OPSTL, rows without imputation).
 */
public record ZeroImputer() implements ClipImputer {
  @Override
  public String name() {
    return "zero";
  }

  @Override
  public String describe() {
    return "hidden joints stand at (0, 0, 0), on the camera, as in the papers' data";
  }

  @Override
  public ImputedClip impute(SkeletonClip clip) {
    return BodyMotion.fill(
        clip,
        body -> {
          for (int t = 0; t < body.frames(); t++) {
            for (int v = 0; v < body.joints(); v++) {
              body.fill(t, v, new double[3], FillReason.FILLED);
            }
          }
        });
  }
}
