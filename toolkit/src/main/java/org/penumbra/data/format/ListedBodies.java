package org.penumbra.data.format;

import java.util.Arrays;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/** The bodies that a skeleton file lists, frame after frame and in its order. Grows. */
final class ListedBodies {
  static final int JOINTS = SkeletonLayout.NTU_25.size();
  static final int VALUES = JOINTS * SkeletonClip.CHANNELS;

  private final int frames;
  private int size;
  private float[] positions; // (body, V, C), metres
  private byte[] tracking; // (body, V), 0 not tracked, 1 inferred, 2 tracked
  private int[] frame;
  private int[] rank;
  private long[] id;
  private boolean sensed;

  /**
   * None yet.
   *
   * @param frames number of frames of the file
   * @param expected how many bodies to make room for
   */
  ListedBodies(int frames, int expected) {
    this.frames = frames;
    int room = Math.max(1, expected);
    positions = new float[room * VALUES];
    tracking = new byte[room * JOINTS];
    frame = new int[room];
    rank = new int[room];
    id = new long[room];
  }

  /**
   * Adds a body whose joints are still to come.
   *
   * @param atFrame frame from 0
   * @param atRank how many bodies the file listed before it in this frame
   * @param bodyId the sensor's name for this person
   */
  void add(int atFrame, int atRank, long bodyId) {
    if (size == id.length) {
      int room = Math.multiplyExact(size, 2);
      positions = Arrays.copyOf(positions, Math.multiplyExact(room, VALUES));
      tracking = Arrays.copyOf(tracking, room * JOINTS);
      frame = Arrays.copyOf(frame, room);
      rank = Arrays.copyOf(rank, room);
      id = Arrays.copyOf(id, room);
    }
    frame[size] = atFrame;
    rank[size] = atRank;
    id[size] = bodyId;
    size++;
  }

  /** Takes the last one away again. */
  void dropLast() {
    size--;
  }

  /** Remembers that a sensor followed some body, as its own tracking state says. */
  void markSensed() {
    sensed = true;
  }

  boolean isSensed() {
    return sensed;
  }

  int frames() {
    return frames;
  }

  int size() {
    return size;
  }

  int frame(int body) {
    return frame[body];
  }

  int rank(int body) {
    return rank[body];
  }

  long id(int body) {
    return id[body];
  }

  /** Whether a joint has no position, as the marker tells. */
  boolean isOccluded(int body, int joint, JointMarker marker) {
    int cell = body * JOINTS + joint;
    return tracking[cell] == 0
        || (marker == JointMarker.ZERO_POSITION
            && positions[3 * cell] == 0
            && positions[3 * cell + 1] == 0
            && positions[3 * cell + 2] == 0);
  }

  /** Positions of all bodies, (body, V, C); not a copy, and another one after {@link #add}. */
  float[] positions() {
    return positions;
  }

  /** Tracking states of all bodies, (body, V); not a copy, and another one after {@link #add}. */
  byte[] tracking() {
    return tracking;
  }
}
