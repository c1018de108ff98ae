package org.penumbra.pretrain;

import java.util.Locale;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.pretrain.loss.InfoNce;
import org.penumbra.train.TrainingOptions;

/**
 * Settings of momentum contrast, which SkeletonCLR, CrosSCLR and AimCLR share.
 *
 * @param embedding length of the head's output; 128 in the papers
 * @param queue number of keys in the queue, a multiple of the batch size; 32,768 in the papers
 * @param momentum share of the key network's weights that each step keeps, 0 to 1; 0.999 in the
 *     papers. With few updates it must be smaller, or the key network stays where it began
 * @param temperature of the softmax; 0.07 in the papers
 * @param initKeyFromQuery whether the key network starts as a copy of the query network, as
 *     described. In the released code weights are drawn anew after the copy, so that both start
 *     differently: {@code false}
 */
public record ContrastOptions(
    int embedding, int queue, double momentum, double temperature, boolean initKeyFromQuery) {

  /** Checks every option. */
  public ContrastOptions {
    Require.atLeast("embedding", embedding, 1);
    Require.inRange("queue size", queue, 1, 1 << 24);
    Require.inRange("momentum", momentum, 0, 1);
    Require.positive("temperature", temperature);
  }

  /** Embedding 128, queue 32,768, momentum 0.999, temperature 0.07, key network copied. */
  public static ContrastOptions published() {
    return new ContrastOptions(128, 32_768, 0.999, 0.07, true);
  }

  /** These with another queue size. */
  public ContrastOptions withQueue(int value) {
    return new ContrastOptions(embedding, value, momentum, temperature, initKeyFromQuery);
  }

  /** These with another length of the embedding. */
  public ContrastOptions withEmbedding(int value) {
    return new ContrastOptions(value, queue, momentum, temperature, initKeyFromQuery);
  }

  /** These with another momentum. */
  public ContrastOptions withMomentum(double value) {
    return new ContrastOptions(embedding, queue, value, temperature, initKeyFromQuery);
  }

  /** These with another temperature. */
  public ContrastOptions withTemperature(double value) {
    return new ContrastOptions(embedding, queue, momentum, value, initKeyFromQuery);
  }

  /** These with the key network starting as a copy, or with weights of its own. */
  public ContrastOptions withInitKeyFromQuery(boolean value) {
    return new ContrastOptions(embedding, queue, momentum, temperature, value);
  }

  /** The loss at this temperature. */
  public InfoNce infoNce() {
    return new InfoNce(temperature);
  }

  /**
   * Checks that whole batches, and only such, go into the queue.
   *
   * @param training batch size and what happens to the rest
   * @param clips number of training clips
   * @throws InvalidOptionException if they do not fit
   */
  void check(TrainingOptions training, int clips) {
    int batch = training.batchSize();
    if (queue < batch || queue % batch != 0) {
      throw new InvalidOptionException(
          "queue size", "a multiple of the batch size " + batch, queue);
    }
    if (clips < batch) {
      throw new InvalidOptionException(
          "number of training clips",
          "at least one batch of " + batch + "; take a smaller batch size",
          clips);
    }
    if (!training.dropLast() && clips % batch != 0) {
      throw new InvalidOptionException(
          "dropLast",
          "true, because the queue takes whole batches only and "
              + clips
              + " clips are no multiple of the batch size "
              + batch,
          false);
    }
  }

  /** For people. */
  String describe() {
    return String.format(
        Locale.ROOT,
        "embedding %d, queue %d, momentum %s, temperature %s%s",
        embedding,
        queue,
        momentum,
        temperature,
        initKeyFromQuery ? "" : ", key network starts with weights of its own");
  }
}
