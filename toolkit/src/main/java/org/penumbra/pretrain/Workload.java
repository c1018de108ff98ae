package org.penumbra.pretrain;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.model.StGcnCost;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.masking.SpatialMasking;
import org.penumbra.pretrain.masking.TemporalMasking;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * What one sample of a training step makes a machine do, counted from sizes.
 *
 * @param encoder size of the encoder
 * @param layout which joints
 * @param bodies M
 * @param views passes through an encoder, one for each view
 * @param embedding width of the Barlow Twins projector, D; 0 without one
 * @param queue keys in memory queues, of all streams together; 0 without one
 */
public record Workload(
    StGcnOptions encoder,
    SkeletonLayout layout,
    int bodies,
    List<View> views,
    int embedding,
    int queue) {
  private static final int FLOAT = 4; // bytes
  private static final int HEAD = 128; // length of a key

  /** Forward, and twice as much backward. */
  private static final int WITH_BACKWARD = 3;

  /** Linear outputs, rectified ones and the normalised embedding that autograd keeps, each D. */
  private static final int PROJECTOR_KEEPS = 6;

  /** Each kept number is written, read by the next op, read again backward, and has a gradient. */
  private static final int PASSES = 6;

  /**
   * One pass through an encoder.
   *
   * @param frames T of the view
   * @param joints that stay in the graph
   * @param learning whether gradients flow back; they do not through a key encoder
   */
  public record View(int frames, int joints, boolean learning) {}

  /** Checks the sizes. */
  public Workload {
    Require.inRange("bodies", bodies, 1, 64);
    Require.notEmpty("views", views);
    Require.inRange("embedding", embedding, 0, 1 << 20);
    Require.inRange("queue", queue, 0, 1 << 24);
    views = List.copyOf(views);
    if (queue > 0 && views.stream().allMatch(View::learning)) {
      throw new InvalidOptionException(
          "views", "with a key view (not learning) if there is a queue", views);
    }
  }

  /** Barlow Twins of two whole views: SkeletonBT. */
  public static Workload barlowTwins(StGcnOptions encoder, PreparedDataset clips, int embedding) {
    View whole = new View(clips.frames(), clips.layout().size(), true);
    return of(encoder, clips, List.of(whole, whole), embedding, 0);
  }

  /**
   * Barlow Twins of a whole view, one of fewer frames and one of fewer joints: PSTL, OPSTL.
   *
   * @param frames that temporal masking leaves
   * @param joints that spatial masking leaves
   */
  public static Workload partial(
      StGcnOptions encoder, PreparedDataset clips, int embedding, int frames, int joints) {
    int all = clips.layout().size();
    List<View> views =
        List.of(
            new View(clips.frames(), all, true),
            new View(frames, all, true),
            new View(clips.frames(), joints, true));
    return of(encoder, clips, views, embedding, 0);
  }

  /**
   * Contrast against a queue: one stream and query is SkeletonCLR, three streams 3s-CrosSCLR, two
   * queries AimCLR.
   *
   * @param queries views per stream through the query encoder
   * @param streams encoders trained together
   * @param queue keys in the queue of each stream
   */
  public static Workload contrast(
      StGcnOptions encoder, PreparedDataset clips, int queries, int streams, int queue) {
    Require.inRange("queries", queries, 1, 8);
    Require.inRange("streams", streams, 1, 3);
    int joints = clips.layout().size();
    List<View> views =
        Stream.concat(
                Collections.nCopies(queries * streams, new View(clips.frames(), joints, true))
                    .stream(),
                Collections.nCopies(streams, new View(clips.frames(), joints, false)).stream())
            .toList();
    return of(encoder, clips, views, 0, Math.multiplyExact(queue, streams));
  }

  private static Workload of(
      StGcnOptions encoder, PreparedDataset clips, List<View> views, int embedding, int queue) {
    return new Workload(encoder, clips.layout(), clips.bodies(), views, embedding, queue);
  }

  /**
   * That of a method on a data set. CrossMoCo's MLP is left out: it is small beside the encoder.
   *
   * @throws InvalidOptionException if the method is none of this package; count it with one of the
   *     other methods
   */
  public static Workload of(PretrainingMethod method, PreparedDataset clips) {
    StGcnOptions encoder = method.encoderOptions();
    if (method instanceof Pstl pstl) {
      return masked(pstl.options(), pstl.spatial(), pstl.temporal(), clips);
    }
    if (method instanceof Opstl opstl) {
      return masked(opstl.options(), opstl.spatial(), opstl.temporal(), clips);
    }
    if (method instanceof SkeletonBarlowTwins twins) {
      return barlowTwins(encoder, clips, twins.options().embedding());
    }
    if (method instanceof SkeletonClr clr) {
      return contrast(encoder, clips, 1, 1, clr.options().contrast().queue());
    }
    if (method instanceof AimClr aim) {
      return contrast(encoder, clips, 2, 1, aim.options().contrast().queue());
    }
    if (method instanceof CrosSclr cros) {
      int streams = cros.options().streams().size();
      return contrast(encoder, clips, 1, streams, cros.options().contrast().queue());
    }
    if (method instanceof CrossMoco cross) {
      CrossMocoOptions options = cross.options();
      int streams = options.streams().present().size();
      int queue = options.contrast().banks() * options.contrast().bankSize();
      return contrast(encoder, clips, options.sharedGcn() ? 1 : 2, streams, queue);
    }
    if (method instanceof SupervisedStGcn) {
      View whole = new View(clips.frames(), clips.layout().size(), true);
      return of(encoder, clips, List.of(whole), 0, 0);
    }
    throw new InvalidOptionException(
        "method whose work is counted",
        "one of this toolkit; for others use Workload.barlowTwins, partial or contrast",
        method.name());
  }

  /** As if both partial views were there, also for variants that leave one out. */
  private static Workload masked(
      BarlowTwinsOptions options,
      SpatialMasking spatial,
      TemporalMasking temporal,
      PreparedDataset clips) {
    int joints = clips.layout().size();
    int masked = Math.min(spatial.joints(), joints - 1);
    return partial(
        options.encoder(),
        clips,
        options.embedding(),
        temporal.remaining(clips.frames()),
        joints - masked);
  }

  /** Multiply-adds of one sample forward through all encoders. */
  public long encoderMultiplyAdds() {
    return views.stream().mapToLong(this::forward).sum();
  }

  private long forward(View view) {
    return bodies * cost().multiplyAdds(view.frames(), view.joints());
  }

  /** Multiply-adds of one sample forward through the projector, once. */
  public long projectorMultiplyAdds() {
    return (long) encoder.features() * embedding + 2L * embedding * embedding;
  }

  /** Floating-point operations of one sample, forward and backward, in a batch of a size. */
  public double operations(int batch) {
    double sum = 0;
    long learning = 0;
    for (View view : views) {
      sum += forward(view) * (view.learning() ? (double) WITH_BACKWARD : 1);
      learning += view.learning() ? 1 : 0;
    }
    sum += (double) WITH_BACKWARD * learning * projectorMultiplyAdds();
    // Correlations through the smaller of two products: D x D, or N x N twice.
    double correlations = Math.min((double) embedding * embedding, 2.0 * batch * embedding);
    sum += WITH_BACKWARD * Math.max(0, views.size() - 1) * correlations;
    sum += queue > 0 ? WITH_BACKWARD * (double) HEAD * queue * learning / keyViews() : 0;
    return 2 * sum;
  }

  /** Bytes of one sample that stay between forward and backward. */
  public long keptBytes() {
    long sum = 0;
    for (View view : views) {
      if (view.learning()) {
        sum += bodies * cost().keptBytes(view.frames(), view.joints());
        sum += (long) PROJECTOR_KEEPS * embedding * FLOAT;
        sum += queue > 0 ? 2L * FLOAT * queue / keyViews() : 0; // logits and softmax
      }
    }
    return sum;
  }

  /** Bytes of one sample that go between processor and memory, roughly. */
  public double traffic() {
    double sum = (double) PASSES * keptBytes();
    for (View view : views) {
      if (!view.learning()) {
        sum += PASSES / 2.0 * bodies * cost().keptBytes(view.frames(), view.joints());
      }
    }
    return sum;
  }

  /** Learned numbers, of encoders and projector. */
  public long weights() {
    long encoders = queue > 0 ? Math.max(1, keyViews()) : 1;
    return encoders * cost().weights() + (embedding == 0 ? 0 : projectorMultiplyAdds());
  }

  /** Numbers that are kept and not learned: key encoders and queues. */
  public long otherNumbers() {
    return keyViews() * cost().weights() + (long) HEAD * queue;
  }

  private long keyViews() {
    return views.stream().filter(view -> !view.learning()).count();
  }

  private StGcnCost cost() {
    return new StGcnCost(encoder, layout.size());
  }
}
