package org.penumbra.impute;

import org.penumbra.data.SkeletonClip;
import org.penumbra.impute.space.PlacedClip;

/** From what was found on the grid back to the clip's own frames in the camera frame. */
final class WayBack {
  private final PlacedClip placed;
  private final GridReader reader;
  private final boolean meetingEnds;
  private final SkeletonClip clip;
  private final float[] values;
  private final FillMap.Builder fills;

  private WayBack(PlacedClip placed, GridFill found, boolean meetingEnds) {
    this.placed = placed;
    this.reader = new GridReader(placed, found);
    this.meetingEnds = meetingEnds;
    this.clip = placed.clip();
    this.values = clip.toArray();
    this.fills = FillMap.builder(clip.mask());
  }

  static ImputedClip of(PlacedClip placed, GridFill found, boolean meetingEnds) {
    WayBack way = new WayBack(placed, found, meetingEnds);
    for (int m = 0; m < way.clip.bodies(); m++) {
      for (int v = 0; v < way.clip.layout().size(); v++) {
        way.fillJoint(v, m);
      }
    }
    return new ImputedClip(way.clip.complete(way.values), way.fills.build());
  }

  private void fillJoint(int joint, int body) {
    int frame = 0;
    while (frame < placed.length()) {
      int end = frame;
      while (end < placed.length() && placed.isHidden(end, joint, body)) {
        end++;
      }
      if (end > frame) {
        fillGap(frame, end, joint, body);
      }
      frame = end + 1;
    }
  }

  private void fillGap(int from, int end, int joint, int body) {
    GapEnds ends = meetingEnds ? GapEnds.of(placed, reader, from, end, joint, body) : null;
    for (int t = from; t < end; t++) {
      boolean shifted = ends != null && ends.isKnown() && reader.go(t, joint, body, true);
      boolean there = shifted || reader.go(t, joint, body, false);
      if (shifted) {
        ends.shift(t, reader.place());
      }
      set(t, joint, body, there);
    }
  }

  private void set(int frame, int joint, int body, boolean there) {
    int cells = values.length / SkeletonClip.CHANNELS;
    int cell = (frame * clip.layout().size() + joint) * clip.bodies() + body;
    for (int c = 0; there && c < SkeletonClip.CHANNELS; c++) {
      values[c * cells + cell] = (float) reader.place()[c];
    }
    if (reader.donors() > 0 || there) {
      fills.set(cell, reader.reason(), reader.donors(), reader.distance());
    } else {
      fills.set(cell, reader.reason());
    }
  }
}
