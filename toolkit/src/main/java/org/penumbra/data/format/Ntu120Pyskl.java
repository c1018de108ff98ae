package org.penumbra.data.format;

/** NTU RGB+D 120 as {@code ntu120_3danno.pkl}, see {@link Pyskl}. */
public final class Ntu120Pyskl extends NtuPyskl {
  /** Made by {@link java.util.ServiceLoader}. */
  public Ntu120Pyskl() {
    super(120);
  }
}
