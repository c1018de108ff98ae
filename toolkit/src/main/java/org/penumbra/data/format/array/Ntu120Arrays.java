package org.penumbra.data.format.array;

import org.penumbra.data.format.ntu.NtuSet;

/** NTU RGB+D 120 as arrays of the reference pipelines, see {@link ReferenceArrays}. */
public final class Ntu120Arrays extends NtuArrays {
  /** Made by {@link java.util.ServiceLoader}. */
  public Ntu120Arrays() {
    super(NtuSet.NTU_120, "xset");
  }
}
