package org.penumbra.model;

import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.RandomKey;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.WeightFile;
import org.penumbra.tensor.WeightNames;

/** Encoders in files of weights: what {@link StGcn} writes and reads. */
final class EncoderFiles {
  private static final String FIRST = "st_gcn_networks.0.tcn.0.weight";
  private static final String LAST = "st_gcn_networks.9.tcn.0.weight";
  private static final String INPUT = "data_bn.weight";
  private static final String LAYOUT = "layout";
  private static final String DISTANCES = "distances";
  private static final String DROPOUT = "dropout";
  private static final int COORDINATES = 3;

  /** float32 of a third, and of a quarter of a third. */
  private static final double ROUNDING = 1e-6;

  private EncoderFiles() {}

  static void save(StGcn encoder, Path file) {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors")) {
      metadata.put("network", "ST-GCN");
      metadata.put(LAYOUT, encoder.layout().name());
      metadata.put("width", String.valueOf(encoder.options().width()));
      metadata.put("features", String.valueOf(encoder.features()));
      metadata.put(DROPOUT, String.valueOf(encoder.options().dropout()));
      metadata.put(DISTANCES, encoder.options().distances().name());
    }
    WeightFile.write(file, encoder.parameters(), metadata);
  }

  static StGcn open(Path file, SkeletonLayout layout) {
    WeightFile weights = WeightFile.open(file);
    WeightNames names = WeightNames.ofEncoderIn(weights.shapes().keySet());
    Map<String, Shape> shapes = weights.shapes(names);
    for (String name : new String[] {INPUT, FIRST, LAST}) {
      if (!shapes.containsKey(name) || shapes.get(name).dimension() != 1) {
        throw new DataFormatException(
            file.toString(),
            "expected an ST-GCN of ten layers, whose "
                + name
                + " has one axis, found "
                + (shapes.containsKey(name) ? shapes.get(name) : "none")
                + ".");
      }
    }
    long joints = shapes.get(INPUT).get(0) / COORDINATES;
    if (joints != layout.size()) {
      throw new DataFormatException(
          file.toString(),
          "expected weights for the "
              + layout.size()
              + " joints of "
              + layout.name()
              + ", found "
              + joints
              + " joints.");
    }
    boolean dropout = !"false".equals(weights.metadata().get(DROPOUT));
    StGcnOptions options =
        StGcnOptions.published()
            .withSize((int) shapes.get(FIRST).get(0), (int) shapes.get(LAST).get(0))
            .withDropout(dropout)
            .withDistances(distances(weights));
    StGcn encoder = new StGcn(layout, options, RandomKey.of(0));
    try {
      load(encoder, weights, names);
      return encoder;
    } catch (RuntimeException failure) {
      encoder.close();
      throw failure;
    }
  }

  private static HopDistances distances(WeightFile weights) {
    String name = weights.metadata().getOrDefault(DISTANCES, HopDistances.AS_RELEASED.name());
    for (HopDistances each : HopDistances.values()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    throw new DataFormatException(
        weights.place(),
        "expected distances " + Arrays.toString(HopDistances.values()) + ", found " + name + ".");
  }

  static void load(StGcn encoder, WeightFile weights, WeightNames names) {
    String layout = weights.metadata().get(LAYOUT);
    if (layout != null && !layout.equals(encoder.layout().name())) {
      throw new DataFormatException(
          weights.place(),
          "expected weights learned on layout "
              + encoder.layout().name()
              + ", found "
              + layout
              + ".");
    }
    weights.aside("A", names).ifPresent(found -> checkGraph(encoder, weights.place(), found));
    weights.copyTo(encoder.parameters(), names);
  }

  /** The published code stores its graph: another one would give other features silently. */
  private static void checkGraph(StGcn encoder, String place, double[] found) {
    double[] expected = encoder.graph();
    boolean same = found.length == expected.length;
    for (int i = 0; same && i < found.length; i++) {
      same = Math.abs(found[i] - expected[i]) < ROUNDING;
    }
    if (!same) {
      throw new DataFormatException(
          place,
          "the graph A in the file is not that of layout "
              + encoder.layout().name()
              + "; the weights were learned on other bones or another partition.");
    }
  }
}
