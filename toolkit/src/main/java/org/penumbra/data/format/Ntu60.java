package org.penumbra.data.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * NTU RGB+D 60 as its authors give it: 56,578 clips of 60 actions (56,880 less 302 with missing
 * skeletons), 40 subjects, 3 cameras, 17 setups, one or two people of 25 joints (Kinect v2),
 * metres, 30 frames per second.
 *
 * <p>Splits: cross subject (40,091 and 16,487 clips) and cross view (37,646 and 18,932).
 */
public final class Ntu60 extends NtuSource {
  /** Made by {@link java.util.ServiceLoader}. */
  public Ntu60() {
    super(NtuSet.NTU_60, JointMarker.TRACKING_STATE);
  }

  @Override
  public String name() {
    return "ntu-60";
  }

  @Override
  public String description() {
    return "NTU RGB+D 60: 60 actions, 40 subjects, 3 cameras, Kinect v2 skeletons; academic research, on request.";
  }

  @Override
  public String howToGet() {
    return "Fill in the request form of the ROSE Lab, Nanyang Technological University "
        + "(rose1.ntu.edu.sg/dataset/actionRecognition), get the skeletons alone, "
        + "nturgbd_skeletons_s001_to_s017.zip, and put it into the data folder as it is, or "
        + "unpacked as folder nturgb+d_skeletons or ntu-60. Not as a tar archive.";
  }

  @Override
  Optional<List<Path>> find(Path dataFolder) {
    return NtuPlaces.NTU_60.find(dataFolder);
  }
}
