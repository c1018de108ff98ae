package org.penumbra.impute.space;

/** What frames and bodies that are not there are to a comparison of clips. */
public enum Padding {
  /** Not compared, not donated, not wanted. The default. */
  EXCLUDED("what is absent is not compared"),
  /**
   * Zeros that count as observed and can be donated, as in OPSTL's released code: length and number
   * of people then weigh in the distance, and joints are pulled towards the origin.
   */
  OBSERVED_ZERO("what is absent counts as observed at 0 (published)");

  private final String sentence;

  Padding(String sentence) {
    this.sentence = sentence;
  }

  /** For people, lower case. */
  public String describe() {
    return sentence;
  }
}
