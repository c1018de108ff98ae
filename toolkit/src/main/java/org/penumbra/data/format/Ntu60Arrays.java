package org.penumbra.data.format;

/** NTU RGB+D 60 as arrays of the reference pipelines, see {@link ReferenceArrays}. */
public final class Ntu60Arrays extends NtuArrays {
  /** Made by {@link java.util.ServiceLoader}. */
  public Ntu60Arrays() {
    super(60, "xview", views());
  }
}
