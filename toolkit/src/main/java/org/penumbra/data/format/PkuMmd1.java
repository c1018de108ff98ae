package org.penumbra.data.format;

/**
 * PKU-MMD part I, recordings {@code 0002-L} and so on. The names do not say who performed, so the
 * subject is 0; the number of the sequence is the clip's setup. See datasets/README.md for the
 * folders.
 */
public final class PkuMmd1 extends PkuMmd {
  /** Made by {@link java.util.ServiceLoader}. */
  public PkuMmd1() {
    super(PkuPart.ONE);
  }

  @Override
  public String description() {
    return "PKU-MMD I: 51 actions in long recordings, Kinect v2 skeletons. "
        + "364 sequences seen by 3 cameras, 66 subjects; for research use on request.";
  }
}
