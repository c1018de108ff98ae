package org.penumbra.data.format.array;

import org.penumbra.data.format.ntu.NtuSet;

/** NTU RGB+D 60 as {@code ntu60_3danno.pkl}, see {@link Pyskl}. */
public final class Ntu60Pyskl extends NtuPyskl {
  /** Made by {@link java.util.ServiceLoader}. */
  public Ntu60Pyskl() {
    super(NtuSet.NTU_60);
  }
}
