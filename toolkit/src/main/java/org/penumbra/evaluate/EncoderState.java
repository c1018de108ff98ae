package org.penumbra.evaluate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.penumbra.core.Hashes;
import org.penumbra.model.StGcn;
import org.penumbra.tensor.Parameters;

/**
 * What an encoder is at a moment: SHA-256 over names and float32 values, in hexadecimal.
 *
 * @param weights of what is learned
 * @param statistics of batch norm's running means and variances
 */
public record EncoderState(String weights, String statistics) {
  /** The present state of an encoder. */
  public static EncoderState of(StGcn encoder) {
    Parameters parameters = encoder.parameters();
    Collection<String> learned = parameters.weights().keySet();
    List<String> kept =
        parameters.names().stream().filter(name -> !learned.contains(name)).toList();
    return new EncoderState(hash(parameters, learned), hash(parameters, kept));
  }

  private static String hash(Parameters parameters, Collection<String> names) {
    MessageDigest digest = Hashes.sha256();
    for (String name : names) {
      digest.update((name + '\0').getBytes(StandardCharsets.UTF_8));
      try (NDArray plain = parameters.get(name).toType(DataType.FLOAT32, true)) {
        digest.update(plain.toByteBuffer());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What differs, for people; empty if nothing does. */
  String difference(EncoderState other) {
    boolean moved = !weights.equals(other.weights);
    boolean drifted = !statistics.equals(other.statistics);
    if (moved && drifted) {
      return "weights and batch statistics";
    }
    return moved ? "weights" : drifted ? "batch statistics" : "";
  }

  @Override
  public String toString() {
    return "weights " + weights.substring(0, 12) + ", statistics " + statistics.substring(0, 12);
  }
}
