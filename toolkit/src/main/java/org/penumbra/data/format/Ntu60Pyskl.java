package org.penumbra.data.format;

/** NTU RGB+D 60 as {@code ntu60_3danno.pkl}, see {@link Pyskl}. */
public final class Ntu60Pyskl extends NtuPyskl {
  /** Made by {@link java.util.ServiceLoader}. */
  public Ntu60Pyskl() {
    super(60);
  }
}
