package org.penumbra.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.RandomKey;
import org.penumbra.model.StGcn;
import org.penumbra.pretrain.Pretrained;
import org.penumbra.pretrain.PretrainingMethod;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.skeleton.Stream;

/**
 * Encoders as safetensors and the history as JSON. The encoder of a method of one stream is {@code
 * encoder.safetensors}; of several streams each has a file, and {@code first.txt} names the one
 * that {@link Pretrained#encoder()} is.
 */
final class PretrainedCodec implements RunCodec<Pretrained> {
  private static final String HISTORY = "history.json";
  private static final String FIRST = "first.txt";

  private final PretrainingMethod method;
  private final SkeletonLayout layout;

  PretrainedCodec(PretrainingMethod method, SkeletonLayout layout) {
    this.method = method;
    this.layout = layout;
  }

  @Override
  public String format() {
    return "encoders 1";
  }

  private static Path file(Path folder, String stream) {
    return folder.resolve("encoder" + (stream.isEmpty() ? "" : "-" + stream) + ".safetensors");
  }

  /** The file that holds {@link Pretrained#encoder()}. */
  static Path first(Path folder) {
    Path first = folder.resolve(FIRST);
    return file(folder, Files.exists(first) ? RunFiles.text(first) : "");
  }

  @Override
  public void write(Pretrained value, Path folder) {
    if (value.streams().isEmpty()) {
      value.encoder().save(file(folder, ""));
    }
    value.streams().forEach((stream, encoder) -> encoder.save(file(folder, stream.label())));
    value.streams().entrySet().stream()
        .filter(stream -> stream.getValue() == value.encoder())
        .findFirst()
        .ifPresent(first -> AtomicFiles.writeText(folder.resolve(FIRST), first.getKey().label()));
    AtomicFiles.writeText(folder.resolve(HISTORY), HistoryJson.text(value.history()));
  }

  @Override
  public Pretrained read(Path folder) {
    List<StGcn> opened = new ArrayList<>();
    try {
      Map<Stream, StGcn> streams = new EnumMap<>(Stream.class);
      for (Stream stream : Stream.values()) {
        Path file = file(folder, stream.label());
        if (Files.exists(file)) {
          streams.put(stream, open(file, opened));
        }
      }
      StGcn encoder = streams.isEmpty() ? open(file(folder, ""), opened) : first(folder, streams);
      return new Pretrained(encoder, streams, HistoryJson.read(folder.resolve(HISTORY)));
    } catch (RuntimeException failure) {
      opened.forEach(StGcn::close);
      throw failure;
    }
  }

  private StGcn open(Path file, List<StGcn> opened) {
    StGcn encoder = new StGcn(layout, method.encoderOptions(), RandomKey.of(0));
    opened.add(encoder);
    encoder.load(file);
    return encoder;
  }

  private static StGcn first(Path folder, Map<Stream, StGcn> streams) {
    String label = RunFiles.text(folder.resolve(FIRST));
    return streams.entrySet().stream()
        .filter(stream -> stream.getKey().label().equals(label))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new DataFormatException(
                    folder.resolve(FIRST).toString(),
                    "expected one of the streams " + streams.keySet() + ", found " + label + "."));
  }

  @Override
  public Map<String, String> outputs(Pretrained value) {
    Map<String, String> outputs = new TreeMap<>();
    outputs.put("encoder", Fingerprints.of(value.encoder()));
    value
        .streams()
        .forEach(
            (stream, encoder) ->
                outputs.put("encoder of " + stream.label(), Fingerprints.of(encoder)));
    return outputs;
  }

  @Override
  public Map<String, Double> metrics(Pretrained value) {
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put("epochs", (double) value.history().epochs().size());
    value.history().last().ifPresent(last -> metrics.put("last epoch loss", last.loss()));
    return metrics;
  }
}
