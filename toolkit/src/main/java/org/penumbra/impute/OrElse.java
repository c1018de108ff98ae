package org.penumbra.impute;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;

/**
 * One imputer, and another for what it leaves hidden. The second sees what the first has filled as
 * if it were observed.
 *
 * @param first fills what it can
 * @param second fills the rest
 */
record OrElse(Imputer first, Imputer second) implements Imputer {
  OrElse {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
  }

  @Override
  public String name() {
    return first.name() + "-or-" + second.name();
  }

  @Override
  public String describe() {
    return first.describe() + "; what that leaves hidden: " + second.describe();
  }

  @Override
  public FittedImputer fit(SkeletonDataset train) {
    return new Fitted(this, first.fit(train), second.fit(train));
  }

  private record Fitted(Imputer imputer, FittedImputer first, FittedImputer second)
      implements FittedImputer {
    @Override
    public List<ImputedClip> imputeBlock(List<SkeletonClip> clips) {
      List<ImputedClip> done = new ArrayList<>(first.imputeBlock(clips));
      int[] open = open(done);
      List<SkeletonClip> rest = new ArrayList<>();
      for (int n : open) {
        rest.add(done.get(n).clip());
      }
      List<ImputedClip> next = second.imputeBlock(rest);
      for (int i = 0; i < open.length; i++) {
        done.set(open[i], done.get(open[i]).then(next.get(i)));
      }
      return List.copyOf(done);
    }

    private static int[] open(List<ImputedClip> done) {
      return IntStream.range(0, done.size()).filter(n -> done.get(n).fills().hasLeft()).toArray();
    }
  }
}
