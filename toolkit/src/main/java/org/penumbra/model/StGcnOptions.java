package org.penumbra.model;

import java.util.List;
import java.util.Objects;
import org.penumbra.core.Require;

/**
 * Size of an ST-GCN. The papers' encoder is {@link #published()}: ten layers, 16 to 256 channels,
 * 821,380 weights with 25 joints.
 *
 * @param width channels of the first layers; layers 5 to 7 have twice, 8 and 9 four times as many
 * @param features channels of the last layer, the length of the feature vector
 * @param dropout whether half of the activations are dropped in training, in all layers but the
 *     first
 * @param start starting values of the weights
 * @param distances how far joints are from the centre, which decides the partition of the links;
 *     the published figures come from the quirk of the released code
 */
public record StGcnOptions(
    int width, int features, boolean dropout, StartingWeights start, HopDistances distances) {
  /** Checks the sizes. */
  public StGcnOptions {
    Require.inRange("width", width, 1, 1024);
    Require.inRange("features", features, 1, 65536);
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(distances, "distances");
  }

  /**
   * Width 16, 256 features, dropout 0.5, the framework's starting weights, distances of the
   * released code.
   */
  public static StGcnOptions published() {
    return new StGcnOptions(16, 256, true, StartingWeights.UNIFORM, HopDistances.AS_RELEASED);
  }

  /** These options with other sizes. */
  public StGcnOptions withSize(int newWidth, int newFeatures) {
    return new StGcnOptions(newWidth, newFeatures, dropout, start, distances);
  }

  /** These options with dropout on or off. */
  public StGcnOptions withDropout(boolean value) {
    return new StGcnOptions(width, features, value, start, distances);
  }

  /** These options with other starting weights. */
  public StGcnOptions withStart(StartingWeights value) {
    return new StGcnOptions(width, features, dropout, value, distances);
  }

  /** These options with other distances from the centre. */
  public StGcnOptions withDistances(HopDistances value) {
    return new StGcnOptions(width, features, dropout, start, value);
  }

  /** For people: sizes, and what differs from the published network but the starting weights. */
  public String describe() {
    return "ST-GCN of width "
        + width
        + " with "
        + features
        + " features"
        + (dropout ? "" : ", no dropout")
        + (distances == HopDistances.AS_RELEASED ? "" : ", graph by true distances");
  }

  /** Channels in, channels out and temporal stride of each layer. */
  List<LayerShape> layers() {
    int w = width;
    return List.of(
        new LayerShape(3, w, 1, Residual.NONE),
        new LayerShape(w, w, 1, Residual.IDENTITY),
        new LayerShape(w, w, 1, Residual.IDENTITY),
        new LayerShape(w, w, 1, Residual.IDENTITY),
        new LayerShape(w, 2 * w, 2, Residual.CONVOLUTION),
        new LayerShape(2 * w, 2 * w, 1, Residual.IDENTITY),
        new LayerShape(2 * w, 2 * w, 1, Residual.IDENTITY),
        new LayerShape(2 * w, 4 * w, 2, Residual.CONVOLUTION),
        new LayerShape(4 * w, 4 * w, 1, Residual.IDENTITY),
        new LayerShape(
            4 * w, features, 1, features == 4 * w ? Residual.IDENTITY : Residual.CONVOLUTION));
  }

  /** How a layer's input is added to its output. */
  enum Residual {
    NONE,
    IDENTITY,
    CONVOLUTION
  }

  /** Shape of one layer. */
  record LayerShape(int in, int out, int stride, Residual residual) {}
}
