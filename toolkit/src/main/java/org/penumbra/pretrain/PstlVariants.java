package org.penumbra.pretrain;

import java.util.List;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.pretrain.masking.CentralSpatialMasking;
import org.penumbra.pretrain.masking.MotionAttentionTemporalMasking;
import org.penumbra.pretrain.masking.RandomSpatialMasking;
import org.penumbra.pretrain.masking.RandomTemporalMasking;

/** The rows of PSTL's ablation tables by name. */
public final class PstlVariants {
  /**
   * All names: table 2 (one mask), table 3 (random masks), table 10 (number of joints), table 11
   * (K), width of the embedding.
   */
  public static final List<String> NAMES =
      List.of(
          "default",
          "csm-only",
          "matm-only",
          "rsm+rtm",
          "rsm+matm",
          "csm+rtm",
          "csm5",
          "csm7",
          "csm11",
          "K6",
          "K8",
          "K12",
          "emb4096",
          "emb8196");

  private static final double PUBLISHED_WIDTH = 6144;

  private PstlVariants() {}

  /** Widths are those of the paper; at another scale they shrink as the preset's does. */
  static Pstl apply(Pstl pstl, String name) {
    return switch (name) {
      case "default" -> pstl;
      case "csm-only" -> pstl.withPartial(PartialViews.SPATIAL);
      case "matm-only" -> pstl.withPartial(PartialViews.TEMPORAL);
      case "rsm+rtm" ->
          pstl.withSpatial(RandomSpatialMasking.published())
              .withTemporal(RandomTemporalMasking.published());
      case "rsm+matm" -> pstl.withSpatial(RandomSpatialMasking.published());
      case "csm+rtm" -> pstl.withTemporal(RandomTemporalMasking.published());
      case "csm5", "csm7", "csm11" ->
          pstl.withSpatial(new CentralSpatialMasking(number(name, 3), true));
      case "K6", "K8", "K12" ->
          pstl.withTemporal(new MotionAttentionTemporalMasking(number(name, 1)));
      case "emb4096", "emb8196" -> pstl.withEmbedding(width(pstl, number(name, 3)));
      default -> throw new InvalidOptionException("variant of PSTL", "one of " + NAMES, name);
    };
  }

  private static int number(String name, int from) {
    return Integer.parseInt(name.substring(from));
  }

  private static int width(Pstl pstl, int published) {
    double share = pstl.options().embedding() / PUBLISHED_WIDTH;
    return Math.max(1, (int) Math.round(share * published));
  }
}
