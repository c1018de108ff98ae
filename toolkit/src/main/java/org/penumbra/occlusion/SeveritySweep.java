package org.penumbra.occlusion;

import java.util.List;
import java.util.stream.IntStream;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * One kind of occlusion at rising rates, nested: what is hidden at 20 % stays hidden at 40 %. So a
 * curve over the rates shows severity alone, not the luck of separate draws.
 *
 * <pre>{@code
 * for (var step : SeveritySweep.of(Severity.BURSTS).steps()) { ... step.apply(data.test()) ... }
 * }</pre>
 *
 * @param kind order in which joints disappear
 * @param rates shares of the observed cells, 0 to 1, rising
 * @param seed which of many orders
 */
public record SeveritySweep(Severity kind, List<Double> rates, long seed) {
  /** Checks that the rates rise. */
  public SeveritySweep {
    rates = List.copyOf(Require.notEmpty("rates", rates));
    double former = -1;
    for (double rate : rates) {
      Require.inRange("rate", rate, 0, 1);
      if (rate <= former) {
        throw new InvalidOptionException("rates", "rising", rates);
      }
      former = rate;
    }
  }

  /** 0 to 80 % in steps of 10 %, seed 0. */
  public static SeveritySweep of(Severity kind) {
    return new SeveritySweep(kind, IntStream.rangeClosed(0, 8).mapToObj(i -> i / 10.0).toList(), 0);
  }

  /** With other rates. */
  public SeveritySweep withRates(List<Double> others) {
    return new SeveritySweep(kind, others, seed);
  }

  /** With another seed. */
  public SeveritySweep withSeed(long other) {
    return new SeveritySweep(kind, rates, other);
  }

  /** The occlusions, one for each rate. */
  public List<SweepOcclusion> steps() {
    return rates.stream().map(rate -> new SweepOcclusion(kind, rate, seed)).toList();
  }
}
