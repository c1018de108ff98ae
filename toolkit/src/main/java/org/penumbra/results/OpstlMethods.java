package org.penumbra.results;

import java.util.List;
import org.penumbra.core.Scale;
import org.penumbra.pretrain.AimClr;
import org.penumbra.pretrain.CrosSclr;
import org.penumbra.pretrain.Opstl;
import org.penumbra.pretrain.PretrainingMethod;
import org.penumbra.pretrain.Pstl;
import org.penumbra.pretrain.SkeletonClr;
import org.penumbra.skeleton.Stream;

/** The five methods that OPSTL's Tables I to IV compare. */
public final class OpstlMethods {
  private static final int SMOKE_EPOCHS = 1;

  private OpstlMethods() {}

  /**
   * SkeletonCLR, 2s-CrosSCLR (joints and motion), AimCLR, PSTL and OPSTL, in the tables' order,
   * with the presets of a scale. {@code SMOKE} trains each for one epoch of whole batches, because
   * a table needs six trainings of each: it proves that everything runs, and no more.
   */
  public static List<PretrainingMethod> all(Scale scale) {
    CrosSclr cros = CrosSclr.preset(scale);
    List<PretrainingMethod> methods =
        List.of(
            SkeletonClr.preset(scale),
            cros.withOptions(cros.options().withStreams(Stream.JOINT, Stream.MOTION)),
            AimClr.preset(scale),
            Pstl.preset(scale),
            Opstl.preset(scale));
    return scale == Scale.SMOKE ? methods.stream().map(OpstlMethods::shortened).toList() : methods;
  }

  private static PretrainingMethod shortened(PretrainingMethod method) {
    // The rest of a hundred clips may be a single one, which has no variance to normalise by.
    return method.withTraining(method.training().withEpochs(SMOKE_EPOCHS).withDropLast(true));
  }
}
