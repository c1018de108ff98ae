package org.penumbra.data.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * NTU RGB+D 120 as its authors give it: 113,945 clips of 120 actions (114,480 less 535 with missing
 * skeletons), 106 subjects, 3 cameras, 32 setups, otherwise as {@link Ntu60}, which it contains.
 *
 * <p>Splits: cross subject (63,026 and 50,919 clips) and cross setup (54,468 and 59,477).
 */
public final class Ntu120 extends NtuSource {
  /** Made by {@link java.util.ServiceLoader}. */
  public Ntu120() {
    super(NtuSet.NTU_120, JointMarker.TRACKING_STATE);
  }

  @Override
  public String name() {
    return "ntu-120";
  }

  @Override
  public String description() {
    return "NTU RGB+D 120: 120 actions, 106 subjects, 32 setups, Kinect v2 skeletons; academic research, on request.";
  }

  @Override
  public String howToGet() {
    return "Fill in the request form of the ROSE Lab, Nanyang Technological University "
        + "(rose1.ntu.edu.sg/dataset/actionRecognition), get the skeletons alone, "
        + "nturgbd_skeletons_s001_to_s017.zip and nturgbd_skeletons_s018_to_s032.zip, and put "
        + "both into the data folder as they are, or unpacked as folders nturgb+d_skeletons and "
        + "nturgb+d_skeletons120, or all files in one folder ntu-120. Not as a tar archive.";
  }

  @Override
  Optional<List<Path>> find(Path dataFolder) {
    return NtuPlaces.findAll120(dataFolder);
  }
}
