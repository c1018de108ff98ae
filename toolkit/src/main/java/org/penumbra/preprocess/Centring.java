package org.penumbra.preprocess;

/**
 * Which position becomes the origin. Absent joints stay 0.
 *
 * <p>Where each body has an origin of its own, the distance between two people is lost; the {@code
 * SHARED} forms give all bodies the origin of the first body, so that it survives. The first body
 * is then the first one in array order that can give an origin.
 */
public enum Centring {
  /** As the camera saw it. */
  NONE("places stay as the camera saw them") {
    @Override
    void apply(WorkingClip work) {
      // Nothing moves.
    }
  },
  /**
   * The centre joint of the same frame: the body's path and height are lost. As published; where
   * the centre is hidden, its fill is subtracted, so that under {@link MissingValues#AS_PUBLISHED}
   * the frame stays where the camera saw it.
   */
  EVERY_FRAME("each body's centre joint is the origin in every frame; the path is lost") {
    @Override
    void apply(WorkingClip work) {
      int centre = work.layout().centre();
      for (int m = 0; m < work.bodies(); m++) {
        for (int t = 0; t < work.counted(); t++) {
          subtract(work, t, m, work.frames().place(t, centre, m));
        }
      }
    }
  },
  /**
   * The centre joint of the first frame that shows it: the body's path is kept. A body whose centre
   * is never seen stays where it is.
   */
  FIRST_FRAME("each body's first seen centre joint is the origin; the path is kept") {
    @Override
    void apply(WorkingClip work) {
      for (int m = 0; m < work.bodies(); m++) {
        int seen = firstSighting(work, m);
        if (seen >= 0) {
          double[] origin = work.frames().place(seen, work.layout().centre(), m);
          for (int t = 0; t < work.counted(); t++) {
            subtract(work, t, m, origin);
          }
        }
      }
    }
  },
  /**
   * The first body's centre joint of the same frame, for all bodies, as 2s-AGCN does. In frames
   * without that body its last origin stays, before its first frame its first one.
   */
  EVERY_FRAME_SHARED(
      "the first body's centre joint is the origin of all bodies in every frame; the distance"
          + " between people is kept") {
    @Override
    void apply(WorkingClip work) {
      int leader = leader(work);
      if (leader >= 0) {
        double[][] origins = origins(work, leader);
        for (int t = 0; t < work.counted(); t++) {
          for (int m = 0; m < work.bodies(); m++) {
            subtract(work, t, m, origins[t]);
          }
        }
      }
    }
  },
  /**
   * The first body's centre joint of the first frame that shows it, for all bodies and frames:
   * paths and the distance between people are kept. If no centre is ever seen nothing moves.
   */
  FIRST_FRAME_SHARED(
      "the first body's first seen centre joint is the origin of all bodies; paths and the"
          + " distance between people are kept") {
    @Override
    void apply(WorkingClip work) {
      int leader = 0;
      while (leader < work.bodies() && firstSighting(work, leader) < 0) {
        leader++;
      }
      if (leader < work.bodies()) {
        int seen = firstSighting(work, leader);
        double[] origin = work.frames().place(seen, work.layout().centre(), leader);
        for (int t = 0; t < work.counted(); t++) {
          for (int m = 0; m < work.bodies(); m++) {
            subtract(work, t, m, origin);
          }
        }
      }
    }
  };

  private final String sentence;

  Centring(String sentence) {
    this.sentence = sentence;
  }

  /** One sentence: what the origin is. */
  public String describe() {
    return sentence;
  }

  /** Subtracts the origin from every joint that is not absent, in place; what is absent stays 0. */
  abstract void apply(WorkingClip work);

  private static void subtract(WorkingClip work, int frame, int body, double[] origin) {
    Frames frames = work.frames();
    for (int v = 0; v < frames.joints(); v++) {
      if (!work.isAbsent(frame, v, body)) {
        for (int c = 0; c < origin.length; c++) {
          frames.set(c, frame, v, body, frames.at(c, frame, v, body) - origin[c]);
        }
      }
    }
  }

  private static int firstSighting(WorkingClip work, int body) {
    for (int t = 0; t < work.counted(); t++) {
      if (work.isObserved(t, work.layout().centre(), body)) {
        return t;
      }
    }
    return -1;
  }

  /** The first body whose centre is there in any frame, hidden or not; -1 if none. */
  private static int leader(WorkingClip work) {
    for (int m = 0; m < work.bodies(); m++) {
      for (int t = 0; t < work.counted(); t++) {
        if (!work.isAbsent(t, work.layout().centre(), m)) {
          return m;
        }
      }
    }
    return -1;
  }

  /** Origins by frame, read before anything moves. */
  private static double[][] origins(WorkingClip work, int leader) {
    int centre = work.layout().centre();
    double[][] origins = new double[work.counted()][];
    double[] last = null;
    for (int t = 0; t < origins.length; t++) {
      last = work.isAbsent(t, centre, leader) ? last : work.frames().place(t, centre, leader);
      origins[t] = last;
    }
    for (int t = origins.length - 1; t >= 0; t--) {
      origins[t] = origins[t] == null ? origins[t + 1] : origins[t];
    }
    return origins;
  }
}
