package org.penumbra.preprocess;

/**
 * Motion as the reference pipelines first write it: differences of places as the camera sees them,
 * so that a step across the room is motion. The last frame is 0.
 *
 * <p>A joint that is absent in this or the next frame does not move. (The released arrays are
 * longer than their clips, so that there the last real frame holds minus the place.)
 */
final class AbsoluteMotion {
  private AbsoluteMotion() {}

  static void apply(WorkingClip work) {
    Frames places = work.frames();
    Frames motion = new Frames(places.length(), places.joints(), places.bodies());
    for (int t = 0; t + 1 < places.length(); t++) {
      for (int v = 0; v < places.joints(); v++) {
        for (int m = 0; m < places.bodies(); m++) {
          if (!work.isAbsent(t, v, m) && !work.isAbsent(t + 1, v, m)) {
            double[] step = Vectors.minus(places.place(t + 1, v, m), places.place(t, v, m));
            for (int c = 0; c < step.length; c++) {
              motion.set(c, t, v, m, step[c]);
            }
          }
        }
      }
    }
    work.replace(motion);
  }
}
