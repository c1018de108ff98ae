package org.penumbra.data;

/** Which of the people a sensor saw become the bodies of a clip. */
public enum BodySelection {
  /**
   * The first two of each frame in file order, as the reference pipelines do ({@code methods.md}
   * 1.1). Bodies may swap slots between frames, and a chair taken for a person may come first. The
   * default, to reproduce published settings.
   */
  FIRST_IN_FILE,
  /**
   * People are followed by the sensor's body id, and the two that move most come first: energy is
   * the summed variance of a body's coordinates over the frames that show it. The better choice.
   */
  MOST_ENERGETIC
}
