package org.penumbra.data.format;

/**
 * PKU-MMD part II, recordings {@code A01N01-L} and so on: the number after N is the subject, the
 * one after A, the sequence, is the clip's setup. See datasets/README.md for the folders.
 */
public final class PkuMmd2 extends PkuMmd {
  /** Made by {@link java.util.ServiceLoader}. */
  public PkuMmd2() {
    super(PkuPart.TWO);
  }

  @Override
  public String description() {
    return "PKU-MMD II: 51 actions in long recordings, Kinect v2 skeletons. "
        + "A harder second recording, 13 subjects, 3 cameras; for research use on request.";
  }
}
