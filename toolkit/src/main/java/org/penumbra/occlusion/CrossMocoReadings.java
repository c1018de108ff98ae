package org.penumbra.occlusion;

/**
 * How CrossMoCo's text (equations 11 to 14, Figure 4) is read where it can be read in more than one
 * way.
 *
 * @param units what the spatial rate counts
 * @param frames what happens outside the sampled frames
 * @param redraw how often joints are drawn
 * @param rate whether the spatial rate is fixed
 * @param bodies whether bodies share a draw
 */
public record CrossMocoReadings(
    Units units, Frames frames, Redraw redraw, Rate rate, Bodies bodies) {
  /** The first of each: the readings taken unless said otherwise. */
  public static final CrossMocoReadings DEFAULT =
      new CrossMocoReadings(
          Units.BONE_BUDGET, Frames.INSIDE, Redraw.PER_FRAME, Rate.FIXED, Bodies.SHARED);

  /** What the spatial rate r counts; at r = 0.6 of 25 joints 0.61, 0.80 and 0.93 are hidden. */
  public enum Units {
    /** Bones are drawn, with both their joints, until floor(r V) joints are covered. */
    BONE_BUDGET("bone-budget"),
    /** floor(r B) of the B bones, with both their joints. */
    BONES("bones"),
    /** floor(r V) joints and every joint that a bone ties to them. */
    JOINTS_AND_NEIGHBOURS("neighbours");

    private final String label;

    Units(String label) {
      this.label = label;
    }
  }

  /** What happens outside the sampled frames. */
  public enum Frames {
    /** Nothing: joints are hidden in sampled frames only; (0.6, 0.5) hides 30 %. */
    INSIDE("inside"),
    /** Sampled frames are hidden whole, and joints everywhere; (0.6, 0.5) hides 80 %. */
    WHOLE("whole");

    private final String label;

    Frames(String label) {
      this.label = label;
    }
  }

  /** How often joints are drawn. */
  public enum Redraw {
    /** Anew in each frame, as Figure 4 shows. */
    PER_FRAME("per-frame"),
    /** Once per clip, as the formulas have it. */
    ONCE("once");

    private final String label;

    Redraw(String label) {
      this.label = label;
    }
  }

  /** Whether the spatial rate is fixed. */
  public enum Rate {
    /** Always r. */
    FIXED("fixed"),
    /** Uniform from 0 to r at each draw ("different and random rate"). */
    RANDOM("random-rate");

    private final String label;

    Rate(String label) {
      this.label = label;
    }
  }

  /** Whether bodies share a draw. */
  public enum Bodies {
    /** One draw for all bodies. */
    SHARED("shared"),
    /** Each body has its own. */
    INDEPENDENT("independent");

    private final String label;

    Bodies(String label) {
      this.label = label;
    }
  }

  /** With another reading of the rate's unit. */
  public CrossMocoReadings with(Units other) {
    return new CrossMocoReadings(other, frames, redraw, rate, bodies);
  }

  /** With another reading of the frames. */
  public CrossMocoReadings with(Frames other) {
    return new CrossMocoReadings(units, other, redraw, rate, bodies);
  }

  /** With another reading of the redraw. */
  public CrossMocoReadings with(Redraw other) {
    return new CrossMocoReadings(units, frames, other, rate, bodies);
  }

  /** With another reading of the rate. */
  public CrossMocoReadings with(Rate other) {
    return new CrossMocoReadings(units, frames, redraw, other, bodies);
  }

  /** With another reading of the bodies. */
  public CrossMocoReadings with(Bodies other) {
    return new CrossMocoReadings(units, frames, redraw, rate, other);
  }

  /** What differs from the default, each after a hyphen; empty for the default. */
  public String label() {
    return (units == DEFAULT.units ? "" : "-" + units.label)
        + (frames == DEFAULT.frames ? "" : "-" + frames.label)
        + (redraw == DEFAULT.redraw ? "" : "-" + redraw.label)
        + (rate == DEFAULT.rate ? "" : "-" + rate.label)
        + (bodies == DEFAULT.bodies ? "" : "-" + bodies.label);
  }
}
