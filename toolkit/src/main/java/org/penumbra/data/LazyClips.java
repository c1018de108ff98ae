package org.penumbra.data;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Clips that are read each time they are asked for; none is kept. */
final class LazyClips extends AbstractList<SkeletonClip> implements RandomAccess {
  private final List<ClipInfo> infos;
  private final ClipReader reader;

  LazyClips(List<ClipInfo> infos, ClipReader reader) {
    this.infos = infos;
    this.reader = reader;
  }

  ClipReader reader() {
    return reader;
  }

  @Override
  public SkeletonClip get(int index) {
    return reader.read(infos.get(index));
  }

  @Override
  public int size() {
    return infos.size();
  }
}
