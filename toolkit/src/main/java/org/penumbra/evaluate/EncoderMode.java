package org.penumbra.evaluate;

/** How an encoder computes while it is fine-tuned: a fork between the published codes. */
public enum EncoderMode {
  /** Statistics of the batch, which move the running ones, and dropout if the encoder has it. */
  TRAINING("training mode"),

  /** Running statistics, which do not move, and no dropout, though weights learn. */
  EVALUATION("evaluation mode, running statistics fixed");

  private final String label;

  EncoderMode(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }
}
