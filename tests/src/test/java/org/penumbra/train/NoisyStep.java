package org.penumbra.train;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.penumbra.tensor.Parameters;

/**
 * A method in miniature, with everything that a checkpoint must hold: two trained networks, one
 * that follows slowly, a queue with its pointer, and losses that depend on the keys of the batch.
 */
final class NoisyStep implements TrainingStep, AutoCloseable {
  private static final int SIZE = 6;

  final Parameters first = Parameters.create();
  final Parameters second = Parameters.create();
  private final Parameters slow = Parameters.create();
  private final Parameters queue = Parameters.create();

  NoisyStep() {
    first.add("w", first.manager().create(new float[] {3, -2, 1, 0.5f, -0.3f, 4}));
    first.addBuffer("running", first.manager().zeros(first.get("w").getShape()));
    second.add("w", second.manager().create(new float[] {1, 2, -1, 0.2f, -3, 0.7f}));
    slow.addBuffer("w", slow.manager().create(first.get("w").toFloatArray()));
    queue.addBuffer("rows", queue.manager().create(new float[SIZE]));
    queue.addBuffer("pointer", queue.manager().create(new long[] {0}));
  }

  @Override
  public NDArray loss(Batch batch) {
    SplittableRandom random = batch.key().with("noise").generator();
    float[] noise = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      noise[i] = (float) random.nextDouble(-1, 1) + batch.samples()[i % batch.size()] * 0.01f;
    }
    NDArray x = first.manager().create(noise);
    NDArray target = slow.get("w").add(queue.get("rows"));
    NDArray a = first.get("w").mul(x).sub(target).square();
    NDArray b = second.get("w").sub(first.get("w").mul(0.3f)).square();
    return a.add(b).sum();
  }

  @Override
  public void afterUpdate(Batch batch) {
    slow.get("w").muli(0.9f).addi(first.get("w").mul(0.1f));
    first.get("running").muli(0.9f).addi(second.get("w").mul(0.1f));
    long[] pointer = queue.get("pointer").toLongArray();
    float[] rows = queue.get("rows").toFloatArray();
    rows[(int) pointer[0]] = first.get("w").toFloatArray()[0];
    queue.set("rows", rows);
    queue.get("pointer").set(new long[] {(pointer[0] + 1) % SIZE});
  }

  @Override
  public Map<String, Parameters> trained() {
    return Map.of("first", first, "second", second);
  }

  @Override
  public Map<String, Parameters> state() {
    return Map.of("first", first, "second", second, "slow", slow, "queue", queue);
  }

  /** Of every number that it keeps, but the pointer. */
  String fingerprint() {
    return state().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + " " + entry.getValue().fingerprint())
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    state().values().forEach(Parameters::close);
  }
}
