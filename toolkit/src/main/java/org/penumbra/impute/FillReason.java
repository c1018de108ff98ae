package org.penumbra.impute;

/** How the value of one joint came about. */
public enum FillReason {
  /** Nothing to do: the joint was observed, or is not there. */
  NOT_HIDDEN("not hidden"),
  /** Filled as the method intends. */
  FILLED("filled"),
  /** Filled from fewer neighbours than asked for, because no more of them see the joint. */
  FEW_DONORS("fewer neighbours than asked for see the joint"),
  /** Filled from neighbours at distance 0 alone, whose weight 1/d is infinite. */
  EXACT_DONORS("neighbours that agree wherever both see"),
  /** No neighbour shares an observed joint with the clip: mean over the training clips. */
  NO_OVERLAP("no neighbour shares a joint with it: mean of the training clips"),
  /** Hidden in all frames of the clip: placed by its parent and a bone, or the like. */
  NEVER_SEEN("never seen in the clip: placed from other joints"),
  /** Left hidden: no training clip sees the joint there. */
  NO_DONOR("left hidden: no training clip sees it there"),
  /** Left hidden: the clip shows too little to say. */
  NOTHING_TO_GO_BY("left hidden: the clip shows too little");

  private final String sentence;

  FillReason(String sentence) {
    this.sentence = sentence;
  }

  /** For people, lower case. */
  public String describe() {
    return sentence;
  }

  /** Whether the joint was hidden and got a value. */
  public boolean isFilled() {
    return this != NOT_HIDDEN && !isLeft();
  }

  /** Whether the joint was hidden and stays so. */
  public boolean isLeft() {
    return this == NO_DONOR || this == NOTHING_TO_GO_BY;
  }
}
