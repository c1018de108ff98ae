package org.penumbra.occlusion.furniture;

/** Which axis of a mesh file points up; the files themselves do not say. */
public enum UpAxis {
  /** As most modelling and game programs write. */
  Y,
  /** As most CAD programs write. */
  Z
}
