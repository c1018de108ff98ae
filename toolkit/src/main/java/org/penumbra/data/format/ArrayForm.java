package org.penumbra.data.format;

import java.nio.file.Path;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.Require;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.format.numpy.NpyBlocks;
import org.penumbra.data.format.numpy.NpyType;
import org.penumbra.data.format.numpy.NpyWriter;

/**
 * The form in which clips are written for the reference pipelines.
 *
 * @param frames T that clips are filled up to, at least 1
 * @param bodies M that clips are filled up to, at least 1
 * @param nanTwin whether {@code PART_data_nan.npy} is written too; it goes through the clips again
 */
public record ArrayForm(int frames, int bodies, boolean nanTwin) {
  /** Checks the ranges. */
  public ArrayForm {
    Require.atLeast("frames", frames, 1);
    Require.atLeast("bodies", bodies, 1);
  }

  /** As published: 300 frames, 2 bodies, no twin. */
  public static ArrayForm published() {
    return new ArrayForm(300, 2, false);
  }

  /** This form with another number of frames. */
  public ArrayForm withFrames(int value) {
    return new ArrayForm(value, bodies, nanTwin);
  }

  /** This form with another number of bodies. */
  public ArrayForm withBodies(int value) {
    return new ArrayForm(frames, value, nanTwin);
  }

  /** This form with or without the twin that says which joints are hidden. */
  public ArrayForm withNanTwin(boolean value) {
    return new ArrayForm(frames, bodies, value);
  }

  void write(SkeletonDataset data, Path folder, String part) {
    write(data, folder.resolve(part + "_data.npy"), 0);
    if (nanTwin) {
      write(data, folder.resolve(part + "_data_nan.npy"), Float.NaN);
    }
    new ArrayLabels(
            data.infos().stream().map(ClipInfo::name).toList(),
            data.infos().stream().map(ClipInfo::label).toList())
        .write(folder, part);
  }

  private void write(SkeletonDataset data, Path file, float hidden) {
    int joints = data.layout().size();
    long[] shape = {data.size(), SkeletonClip.CHANNELS, frames, joints, bodies};
    int length = SkeletonClip.CHANNELS * frames * joints * bodies;
    NpyBlocks blocks =
        new NpyBlocks(
            data.size(),
            length,
            (n, target, offset) -> render(data.clips().get(n), target, offset, hidden));
    NpyWriter.write(file, NpyType.FLOAT32, shape, blocks);
  }

  private void render(SkeletonClip clip, float[] target, int offset, float hidden) {
    if (clip.frames() > frames || clip.bodies() > bodies) {
      throw new DataFormatException(
          "clip " + clip.name(),
          "expected at most "
              + frames
              + " frames and "
              + bodies
              + " bodies, found "
              + clip.frames()
              + " and "
              + clip.bodies()
              + "; write with a larger form, or crop the clip.");
    }
    int joints = clip.layout().size();
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      for (int t = 0; t < clip.frames(); t++) {
        for (int v = 0; v < joints; v++) {
          for (int m = 0; m < clip.bodies(); m++) {
            int at = offset + ((c * frames + t) * joints + v) * bodies + m;
            JointState state = clip.mask().state(t, v, m);
            target[at] =
                state == JointState.OBSERVED
                    ? clip.at(c, t, v, m)
                    : state == JointState.OCCLUDED ? hidden : 0;
          }
        }
      }
    }
  }
}
