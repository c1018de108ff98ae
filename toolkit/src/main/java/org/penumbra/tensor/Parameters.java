package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penumbra.core.InvalidOptionException;

/**
 * Named weights and buffers of a network, in the order they were added. Names are those of the
 * reference repositories' state dictionaries. Weights take gradients; buffers (running statistics)
 * do not.
 *
 * <p>Owns its tensors: {@link #close()} frees them.
 */
public final class Parameters implements AutoCloseable {
  private final NDManager manager;
  private final Map<String, NDArray> weights = new LinkedHashMap<>();
  private final Map<String, NDArray> buffers = new LinkedHashMap<>();

  private Parameters(NDManager manager) {
    this.manager = manager;
  }

  /** No parameters yet, on the chosen device. */
  public static Parameters create() {
    return new Parameters(Compute.newManager());
  }

  /** Manager that owns the tensors; new ones are made with it. */
  public NDManager manager() {
    return manager;
  }

  /** Adds a learned weight. */
  public void add(String name, NDArray value) {
    value.setRequiresGradient(true);
    put(weights, name, value);
  }

  /** Adds a tensor that is kept with the weights but not learned. */
  public void addBuffer(String name, NDArray value) {
    put(buffers, name, value);
  }

  private void put(Map<String, NDArray> target, String name, NDArray value) {
    if (weights.containsKey(name) || buffers.containsKey(name)) {
      throw new InvalidOptionException("parameter name", "new", name);
    }
    value.attach(manager);
    NDScope.unregister(value); // made inside a scope, it must outlive it
    target.put(name, value);
  }

  /**
   * A weight or buffer.
   *
   * @throws InvalidOptionException if there is none of that name
   */
  public NDArray get(String name) {
    NDArray value = weights.getOrDefault(name, buffers.get(name));
    if (value == null) {
      throw new InvalidOptionException("parameter", "one of " + names(), name);
    }
    return value;
  }

  /** Learned weights, by name, in order. */
  public Map<String, NDArray> weights() {
    return Collections.unmodifiableMap(weights);
  }

  /** All names: weights first, then buffers. */
  public List<String> names() {
    List<String> names = new ArrayList<>(weights.keySet());
    names.addAll(buffers.keySet());
    return names;
  }

  /** Number of learned numbers. */
  public long count() {
    return weights.values().stream().mapToLong(w -> w.getShape().size()).sum();
  }

  /**
   * Overwrites a weight or buffer in place with numbers of the same shape, converted to the type of
   * what they replace.
   */
  public void set(String name, float[] values) {
    NDArray target = get(name);
    if (values.length != target.getShape().size()) {
      throw new InvalidOptionException(
          "values for " + name, target.getShape().size() + " numbers", values.length);
    }
    try (NDArray source = manager.create(values, target.getShape())) {
      set(name, source);
    }
  }

  /**
   * Overwrites a weight or buffer in place with a tensor of the same shape; its numbers are
   * converted to the type of what they replace.
   */
  public void set(String name, NDArray values) {
    Shape expected = get(name).getShape();
    if (!values.getShape().equals(expected)) {
      throw new InvalidOptionException("shape of " + name, expected.toString(), values.getShape());
    }
    DataType type = get(name).getDataType();
    if (values.getDataType() == type) {
      overwrite(name, values);
    } else {
      try (NDArray converted = values.toType(type, true)) {
        overwrite(name, converted);
      }
    }
  }

  /** The copy goes through raw bytes: the source must be of the target's type. */
  private void overwrite(String name, NDArray source) {
    NDArray target = get(name);
    target.setRequiresGradient(false);
    source.copyTo(target);
    target.setRequiresGradient(weights.containsKey(name));
  }

  /**
   * Overwrites every weight and buffer in place with those of the same names of another network.
   *
   * @throws InvalidOptionException if the other lacks one or has it in another shape
   */
  public void copyFrom(Parameters other) {
    for (String name : names()) {
      set(name, other.get(name));
    }
  }

  /**
   * Turns every weight and buffer into another number type. Everything else follows: a network of
   * float64 weights that is given float64 input computes in float64, which is how formulas are
   * checked to ten digits.
   *
   * @param type FLOAT32 or FLOAT64
   */
  public void convert(DataType type) {
    if (type != DataType.FLOAT32 && type != DataType.FLOAT64) {
      throw new InvalidOptionException("number type", "FLOAT32 or FLOAT64", type.name());
    }
    for (String name : names()) {
      boolean learned = weights.containsKey(name);
      NDArray old = get(name);
      NDArray converted = old.toType(type, true);
      NDScope.unregister(converted);
      (learned ? weights : buffers).put(name, converted);
      converted.setRequiresGradient(learned);
      old.close();
    }
  }

  /** Clears all gradients. Native zeroing: DJL's own subtracts, so that NaN would stay for ever. */
  public void zeroGradients() {
    for (NDArray weight : weights.values()) {
      JniUtils.zeroGrad((PtNDArray) weight);
    }
  }

  /**
   * Name of the first weight or buffer that holds a NaN or an infinity; empty if all are finite.
   */
  public Optional<String> firstNotFinite() {
    for (String name : names()) {
      for (float value : get(name).toFloatArray()) {
        if (!Float.isFinite(value)) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }

  /** SHA-256 over names and float32 values of weights and buffers, in hexadecimal. */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : names()) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        try (NDArray plain = get(name).toType(DataType.FLOAT32, true)) {
          ByteBuffer bytes = plain.toByteBuffer();
          digest.update(bytes);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
