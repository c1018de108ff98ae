package org.penumbra.pretrain;

/** Which query meets which key in CrossMoCo: the rows of the paper's Table II. */
public enum CrossMocoPairing {
  /** Queries of the ST-GCN with keys of the ST-MLP, and the other way round: the method. */
  CROSSED("crossed"),

  /**
   * Queries and keys of the same encoder, in the same fraction (equations 3 to 5 with k and l
   * exchanged). The paper says "multiplied independently" and gives no formula.
   */
  UNCROSSED("uncrossed"),

  /** The ST-GCN alone; there is no MLP, and one bank. */
  ST_GCN("ST-GCN alone"),

  /** The ST-GCN with its MLP alone, and one bank. */
  ST_MLP("ST-MLP alone");

  private final String label;

  CrossMocoPairing(String label) {
    this.label = label;
  }

  /** Whether embeddings of the ST-GCN itself are compared. */
  boolean usesGcn() {
    return this != ST_MLP;
  }

  /** Whether embeddings of the MLP are compared. */
  boolean usesMlp() {
    return this != ST_GCN;
  }

  /** Whether there are two encoders. */
  boolean usesBoth() {
    return usesGcn() && usesMlp();
  }

  /** For people. */
  String label() {
    return label;
  }
}
