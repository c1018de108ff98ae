package org.penumbra.data.format;

/** NTU RGB+D 120 as arrays of the reference pipelines, see {@link ReferenceArrays}. */
public final class Ntu120Arrays extends NtuArrays {
  /** Made by {@link java.util.ServiceLoader}. */
  public Ntu120Arrays() {
    super(120, "xset", setups());
  }
}
