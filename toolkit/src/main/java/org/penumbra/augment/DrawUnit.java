package org.penumbra.augment;

/** What shares one draw of an augmentation. */
public enum DrawUnit {
  /** All samples of a batch get the same change: PSTL's and OPSTL's released code. */
  BATCH,

  /** Every sample gets its own: SkeletonCLR, CrosSCLR and AimCLR. */
  SAMPLE
}
