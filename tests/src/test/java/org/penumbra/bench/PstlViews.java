package org.penumbra.bench;

import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.augment.Augmentation;
import org.penumbra.augment.View;
import org.penumbra.data.SkeletonClip;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.Pstl;

/** The three views of a PSTL step and their masks, by the toolkit's public pieces. */
final class PstlViews {
  private static final int TEMPORAL = 1; // the view that goes without frames

  private final Pstl method;
  private final PreparedDataset clips;
  private final int batch;
  private final View view;
  private final Augmentation augmentation;
  private final List<ByteBuffer> buffers = new ArrayList<>();
  private final ByteBuffer masked;
  private List<Integer> joints = List.of();

  /** Room for views of a batch. */
  PstlViews(Pstl method, PreparedDataset clips, int batch) {
    this.method = method;
    this.clips = clips;
    this.batch = batch;
    view = new View(clips);
    augmentation = method.options().views().augmentation();
    for (int i = 0; i < 3; i++) {
      buffers.add(buffer(shape(clips.frames())));
    }
    masked = buffer(shape(method.temporal().remaining(clips.frames())));
  }

  private static ByteBuffer buffer(Shape shape) {
    return ByteBuffer.allocateDirect((int) shape.size() * Float.BYTES)
        .order(ByteOrder.nativeOrder());
  }

  private Shape shape(int frames) {
    return new Shape(batch, SkeletonClip.CHANNELS, frames, clips.layout().size(), clips.bodies());
  }

  /** Shape of a view: anchor, without frames, without joints. */
  Shape shape(List<ByteBuffer> views, int number) {
    int row = (int) shape(1).size() * Float.BYTES;
    return shape(views.get(number).capacity() / row);
  }

  /** Views of the first clips: anchor, without frames, and one to leave out joints of. */
  List<ByteBuffer> draw(SplittableRandom random) {
    List<ByteBuffer> drawn = new ArrayList<>();
    for (int number = 0; number < 3; number++) {
      long seed = random.nextLong(); // one draw for the batch
      FloatBuffer values = buffers.get(number).asFloatBuffer();
      for (int i = 0; i < batch; i++) {
        view.moveTo(i);
        augmentation.apply(view, new SplittableRandom(seed));
        view.renderTo(values, i * view.size());
      }
      if (number == TEMPORAL) {
        int row = clips.layout().size() * clips.bodies();
        method.temporal().apply(values, batch, clips.frames(), row, random, masked.asFloatBuffer());
      }
      drawn.add(number == TEMPORAL ? masked : buffers.get(number));
    }
    joints = method.spatial().draw(clips.layout(), random);
    return drawn;
  }

  /** Joints that the last draw masked. */
  List<Integer> joints() {
    return joints;
  }
}
