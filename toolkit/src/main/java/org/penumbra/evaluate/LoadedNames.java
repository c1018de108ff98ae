package org.penumbra.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.penumbra.model.StGcn;
import org.penumbra.tensor.WeightFile;
import org.penumbra.tensor.WeightNames;

/**
 * Which weights a file has and an encoder lacks, and the other way round. Loading refuses such
 * files; a silent mismatch is the commonest cause of accuracies that are far too low.
 *
 * @param source file, or why there is none
 * @param missing names of the encoder that the file lacks
 * @param unexpected names in the file that the encoder lacks, but for those that are known to be of
 *     no use (projection heads, queues)
 */
public record LoadedNames(String source, List<String> missing, List<String> unexpected) {
  /** Keeps unmodifiable copies. */
  public LoadedNames {
    missing = List.copyOf(missing);
    unexpected = List.copyOf(unexpected);
  }

  /** Of an encoder that was trained here. */
  public static LoadedNames trainedHere() {
    return new LoadedNames("trained in this process", List.of(), List.of());
  }

  /** Of an encoder that is, or is to be, loaded from a file. */
  public static LoadedNames of(StGcn encoder, Path file) {
    WeightFile weights = WeightFile.open(file);
    Set<String> there = weights.shapes(WeightNames.ofEncoderIn(weights.shapes().keySet())).keySet();
    Set<String> missing = new TreeSet<>(encoder.parameters().names());
    missing.removeAll(there);
    Set<String> unexpected = new TreeSet<>(there);
    unexpected.removeAll(encoder.parameters().names());
    return new LoadedNames(
        String.valueOf(file.getFileName()), List.copyOf(missing), List.copyOf(unexpected));
  }

  @Override
  public String toString() {
    return source
        + "; missing names "
        + (missing.isEmpty() ? "0" : missing.toString())
        + ", unexpected names "
        + (unexpected.isEmpty() ? "0" : unexpected.toString());
  }
}
