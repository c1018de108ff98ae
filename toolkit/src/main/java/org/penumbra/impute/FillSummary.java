package org.penumbra.impute;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * How many joints were filled, and how.
 *
 * @param counts joints by reason; reasons that did not occur are left out
 */
public record FillSummary(Map<FillReason, Long> counts) {
  /** Copies the counts. */
  public FillSummary {
    counts = Map.copyOf(counts);
  }

  static FillSummary of(Iterable<ImputedClip> clips) {
    Map<FillReason, Long> counts = new EnumMap<>(FillReason.class);
    for (ImputedClip clip : clips) {
      for (FillReason reason : FillReason.values()) {
        int count = clip.fills().count(reason);
        if (count > 0) {
          counts.merge(reason, (long) count, Long::sum);
        }
      }
    }
    return new FillSummary(counts);
  }

  /** Joints of one reason. */
  public long count(FillReason reason) {
    return counts.getOrDefault(reason, 0L);
  }

  /** Joints that were hidden. */
  public long hidden() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey() != FillReason.NOT_HIDDEN)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Share of the hidden joints that stay hidden, 0 to 1; 0 if none was hidden. */
  public double unfilledShare() {
    long left = count(FillReason.NO_DONOR) + count(FillReason.NOTHING_TO_GO_BY);
    return hidden() == 0 ? 0 : (double) left / hidden();
  }

  /** One line per reason, the share of the hidden joints in percent. */
  @Override
  public String toString() {
    StringJoiner lines = new StringJoiner("\n");
    lines.add(String.format(Locale.ROOT, "%,d hidden joints", hidden()));
    for (FillReason reason : FillReason.values()) {
      if (reason != FillReason.NOT_HIDDEN && count(reason) > 0) {
        double share = 100.0 * count(reason) / hidden();
        lines.add(
            String.format(
                Locale.ROOT, "%6.2f %% %s (%,d)", share, reason.describe(), count(reason)));
      }
    }
    return lines.toString();
  }
}
