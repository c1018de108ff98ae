package org.penumbra.synthetic;

import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.NtuName;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/** A performance as one camera of a setup records it. */
final class Recording {
  private Recording() {}

  /** Who did what in the clip of a name. */
  static ClipInfo info(NtuName name) {
    return new ClipInfo(
        name.toString(),
        name.action() - 1,
        name.subject(),
        name.camera(),
        name.setup(),
        name.repetition());
  }

  /** The clip of a name; its numbers are within those of the options. */
  static SkeletonClip of(NtuName name, SyntheticActions options) {
    Performance performance = Performance.of(name, options);
    Setup setup = Setup.of(options.seed(), name.setup());
    Camera.View view = Camera.of(name.camera()).in(setup).view(setup.x(), setup.z());
    Cut cut = Cut.of(name.toString(), performance.frames(), options);
    int frames = cut.frames();
    int bodies = performance.people();
    Sensor sensor = new Sensor(options, name.toString(), frames, bodies);
    for (int t = 0; t < frames; t++) {
      double[][][] joints = performance.joints(cut.first() + t);
      for (double[][] body : joints) {
        for (int v = 0; v < body.length; v++) {
          body[v] = view.see(body[v]);
        }
      }
      sensor.record(t, joints);
    }
    int size = SkeletonLayout.NTU_25.size();
    return SkeletonClip.of(
        info(name),
        SkeletonLayout.NTU_25,
        sensor.coordinates(),
        JointMask.filled(frames, size, bodies, JointState.OBSERVED),
        sensor.inferred());
  }
}
