package org.penumbra.pretrain;

import java.util.List;
import java.util.function.Function;
import org.penumbra.augment.ExtremeViews;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcnOptions;

/** Writes the page of all methods from their presets. */
final class MethodSheet {
  private static final String HEAD =
      """
      # Methods

      All are in `org.penumbra.pretrain`; `X.preset(scale).pretrain(train)` trains. A fork is a
      place where released code and paper differ, or the paper can be read in more than one way; the
      last column is what the presets take. The tables are made from the presets themselves:
      `mvn -pl tests -am test -Dtest=MethodSheetTest -Dpenumbra.docs=write -Dsurefire.failIfNoSpecifiedTests=false`.
      """;

  /** A choice, by the option that makes it; {@code options} holds the value of the presets. */
  private record Fork(String what, Record options, String component) {
    String row() {
      return "| "
          + what
          + " | `"
          + options.getClass().getSimpleName()
          + "."
          + component
          + "` | `"
          + value()
          + "` |\n";
    }

    private Object value() {
      try {
        return options.getClass().getMethod(component).invoke(options);
      } catch (ReflectiveOperationException absent) {
        throw new IllegalStateException("no option " + component + " of " + options, absent);
      }
    }
  }

  private MethodSheet() {}

  static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    StGcnOptions encoder = Pstl.preset(Scale.PAPER).encoderOptions();
    page.append("\n## The encoder of all methods\n\n")
        .append("ST-GCN with ten layers; its options are `StGcnOptions`.\n\n");
    forks(
        page,
        List.of(
            new Fork(
                "Distances to the centre, which part the graph's links: up to one bone as released,"
                    + " or true ones",
                encoder,
                "distances")));
    contrasts(page);
    section(
        page,
        SkeletonBarlowTwins::preset,
        "Two random views of each clip go through one encoder and a projector. Barlow Twins makes"
            + " the correlation of their embeddings the identity. It needs no negatives, no key"
            + " network and no queue.",
        List.of(
            new Fork(
                "One draw of a view per batch as released, or per sample",
                (Record) Pstl.preset(Scale.PAPER).options().views(),
                "unit")));
    section(
        page,
        Pstl::preset,
        "SkeletonBT with three views: a whole one, one that lacks joints and one that lacks frames."
            + " The joints are drawn by their number of bones (central spatial masking), the frames"
            + " by their motion. Both partial embeddings are pulled towards the whole one.",
        List.of(
            new Fork(
                "A joint may be drawn twice as released, or every draw is a new one",
                (Record) Pstl.preset(Scale.PAPER).spatial(),
                "distinct")));
    section(
        page,
        Opstl::preset,
        "PSTL for occluded clips, in two stages: on occluded clips, then on imputed ones. The joints"
            + " of the masked view are drawn by how often they are missing in the batch (adaptive"
            + " spatial masking). Which joints are missing comes from the occluded set in both"
            + " stages.",
        List.of(
            new Fork(
                "A joint may be drawn twice as released, or every draw is a new one",
                Opstl.preset(Scale.PAPER).spatial(),
                "distinct")));
    crossMoco(page);
    section(
        page,
        SupervisedStGcn::preset,
        "ST-GCN and a linear classifier, trained together with labels. Cross-entropy, clips as they"
            + " are. The baseline of fine-tuning.",
        List.of());
    return page.toString();
  }

  private static void crossMoco(StringBuilder page) {
    CrossMocoOptions paper = CrossMocoOptions.preset(Scale.PAPER);
    section(
        page,
        CrossMoco::preset,
        "Momentum contrast between an ST-GCN and an ST-GCN with an MLP, on masked views. The query of"
            + " the one encoder meets the key of the other, and that other's memory bank. Joint,"
            + " motion and bone streams are trained together, each with networks of its own.",
        List.of(
            new Fork(
                "Which query meets which key: the rows of Table II", paper.contrast(), "pairing"),
            new Fork(
                "Share of the epochs that are crossed; 150 of 300 by the text, all by Algorithm 1",
                paper.contrast(),
                "crossedShare"),
            new Fork(
                "Denominator with the positives as in equation 2, or without as in equation 5",
                paper.contrast().loss(),
                "denominator"),
            new Fork("Temperature, not given", paper.contrast().loss(), "temperature"),
            new Fork("Weights of the similarities, not given", paper.contrast(), "weights"),
            new Fork("Memory banks, Table III", paper.contrast(), "banks"),
            new Fork("Hidden layers of the MLP, Table IV", paper, "mlpLayers"),
            new Fork("MLP on the ST-GCN itself, or on one of its own", paper, "sharedGcn"),
            new Fork("Streams and their weights, not given", paper, "streams"),
            new Fork("Share of the joints masked", paper.mask(), "spatial"),
            new Fork("Share of the frames masked; 0.6 in Table I", paper.mask(), "temporal"),
            new Fork("How the mask is read", paper.mask(), "readings")));
  }

  private static void section(
      StringBuilder page,
      Function<Scale, PretrainingMethod> preset,
      String text,
      List<Fork> forks) {
    PretrainingMethod method = preset.apply(Scale.PAPER);
    page.append("\n## ")
        .append(method.name())
        .append("\n\nClass `")
        .append(method.getClass().getSimpleName())
        .append("`. ")
        .append(text)
        .append("\n\n");
    forks(page, forks);
    page.append(forks.isEmpty() ? "" : "\n").append("| scale | settings |\n|---|---|\n");
    for (Scale scale : Scale.values()) {
      page.append("| ")
          .append(scale.label())
          .append(" | ")
          .append(preset.apply(scale).describe())
          .append(" |\n");
    }
  }

  private static void forks(StringBuilder page, List<Fork> forks) {
    if (!forks.isEmpty()) {
      page.append("| fork | option | presets |\n|---|---|---|\n");
      forks.forEach(fork -> page.append(fork.row()));
    }
  }

  /** SkeletonCLR and what is built on it. */
  private static void contrasts(StringBuilder page) {
    SkeletonClrOptions clr = SkeletonClrOptions.preset(Scale.PAPER);
    section(
        page,
        SkeletonClr::preset,
        "Momentum contrast: a query network and a key network that follows it slowly embed two"
            + " random views. The query should be like its key and unlike the earlier keys in a"
            + " queue. One stream at a time.",
        List.of(
            new Fork(
                "Key network starts as a copy, or with weights of its own as released",
                clr.contrast(),
                "initKeyFromQuery")));
    CrosSclrOptions cross = CrosSclrOptions.preset(Scale.PAPER);
    section(
        page,
        CrosSclr::preset,
        "SkeletonCLR on two or three streams at once. First each stream learns for itself. Then"
            + " what one stream finds near in its queue becomes a positive of another.",
        List.of(
            new Fork("Streams", cross, "streams"),
            new Fork(
                "All key networks follow in cross-view training, or the motion's alone as"
                    + " released",
                cross,
                "crossMomentumAllViews"),
            new Fork("Heads in front of one another as released", cross, "sharedHeads"),
            new Fork("Products of similarities as further logits", cross, "context")));
    ExtremeViews extreme = (ExtremeViews) AimClrOptions.preset(Scale.PAPER).extremeViews();
    section(
        page,
        AimClr::preset,
        "SkeletonCLR with a third, extremely augmented view. That view, once as it is and once with"
            + " its most attended features dropped, learns the normal view's distribution over the"
            + " queue. In the second half nearest neighbours become positives.",
        List.of(
            new Fork(
                "Blur that also scales as released, or weights that sum to one",
                extreme.blur(),
                "normalised"),
            new Fork("Time flip, named in a paper and off in the code", extreme, "timeFlip")));
  }
}
