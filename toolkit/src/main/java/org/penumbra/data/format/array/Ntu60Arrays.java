package org.penumbra.data.format.array;

import org.penumbra.data.format.ntu.NtuSet;

/** NTU RGB+D 60 as arrays of the reference pipelines, see {@link ReferenceArrays}. */
public final class Ntu60Arrays extends NtuArrays {
  /** Made by {@link java.util.ServiceLoader}. */
  public Ntu60Arrays() {
    super(NtuSet.NTU_60, "xview");
  }
}
