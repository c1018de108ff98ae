package org.penumbra.occlusion;

/** An occlusion that draws nothing: what it hides follows from the clip. */
interface FixedOcclusion extends Occlusion {
  @Override
  default long seed() {
    return 0;
  }

  @Override
  default Occlusion withSeed(long other) {
    return this;
  }

  @Override
  default boolean isRandom() {
    return false;
  }
}
