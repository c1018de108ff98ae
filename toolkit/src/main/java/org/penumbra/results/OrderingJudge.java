package org.penumbra.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.penumbra.core.Scale;
import org.penumbra.results.Claim.Term;
import org.penumbra.results.Ordering.Part;
import org.penumbra.results.OrderingReport.JudgedCase;
import org.penumbra.results.OrderingReport.JudgedClaim;
import org.penumbra.results.OrderingReport.JudgedPart;

/** Finds for every case of every ordering the outcomes that speak to it. */
final class OrderingJudge {
  private OrderingJudge() {}

  /** One data set at one scale; accuracies are compared inside a world only. */
  private record World(String dataset, Scale scale) {
    boolean holds(Outcome outcome) {
      return outcome.condition().dataset().equals(dataset) && outcome.scale() == scale;
    }
  }

  static OrderingReport judge(List<Ordering> orderings, List<Outcome> outcomes) {
    Map<World, List<Outcome>> worlds = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      World world = new World(outcome.condition().dataset(), outcome.scale());
      worlds.computeIfAbsent(world, w -> outcomes.stream().filter(w::holds).toList());
    }
    List<JudgedPart> judged = new ArrayList<>();
    worlds.forEach(
        (world, ours) -> {
          for (Ordering ordering : orderings) {
            for (Part part : ordering.parts()) {
              List<JudgedCase> cases = cases(part, ours);
              if (!cases.isEmpty()) {
                judged.add(new JudgedPart(ordering, part, world.dataset(), world.scale(), cases));
              }
            }
          }
        });
    return new OrderingReport(judged);
  }

  /**
   * The cases that can be judged. Cases of the paper that come to the same outcomes on our data,
   * because they differ in the paper's data set only, count once.
   */
  private static List<JudgedCase> cases(Part part, List<Outcome> ours) {
    Set<List<Resolved>> found = new LinkedHashSet<>();
    Set<String> splits = new LinkedHashSet<>();
    ours.forEach(outcome -> splits.add(outcome.condition().split()));
    for (List<Claim> claims : part.cases()) {
      boolean oneSplit =
          claims.stream()
                  .flatMap(c -> c.terms().stream())
                  .map(OrderingJudge::data)
                  .distinct()
                  .count()
              == 1;
      if (!oneSplit || !part.anyData()) {
        resolve(claims, ours, part.anyData(), Optional.empty()).ifPresent(found::add);
      } else {
        splits.forEach(s -> resolve(claims, ours, true, Optional.of(s)).ifPresent(found::add));
      }
    }
    return found.stream().map(OrderingJudge::judge).toList();
  }

  private static String data(Term term) {
    return term.cell().condition().data();
  }

  /** A claim with the outcomes of each of its terms. */
  private record Resolved(List<Double> weights, double threshold, List<List<Outcome>> outcomes) {}

  private static Optional<List<Resolved>> resolve(
      List<Claim> claims, List<Outcome> ours, boolean anyData, Optional<String> split) {
    List<Resolved> resolved = new ArrayList<>();
    for (Claim claim : claims) {
      List<List<Outcome>> terms = new ArrayList<>();
      for (Term term : claim.terms()) {
        List<Outcome> fitting =
            ours.stream()
                .filter(o -> Matching.fits(term.cell(), term.keys(), o))
                .filter(o -> anyData || Matching.sameData(term.cell(), o.condition()))
                .filter(o -> split.isEmpty() ? sameSplit(term, o) : onSplit(split.get(), o))
                .toList();
        if (fitting.isEmpty()) {
          return Optional.empty();
        }
        terms.add(Measured.group(fitting).get(0).outcomes());
      }
      List<Double> weights = claim.terms().stream().map(Term::weight).toList();
      resolved.add(new Resolved(weights, claim.threshold(), terms));
    }
    return Optional.of(List.copyOf(resolved));
  }

  private static boolean sameSplit(Term term, Outcome outcome) {
    String split = term.cell().split();
    return split.isEmpty() || split.equals(outcome.condition().split());
  }

  private static boolean onSplit(String split, Outcome outcome) {
    return outcome.condition().split().equals(split);
  }

  private static JudgedCase judge(List<Resolved> claims) {
    List<JudgedClaim> judged = new ArrayList<>();
    for (Resolved claim : claims) {
      judged.add(ClaimRule.judge(claim.weights(), claim.threshold(), claim.outcomes()));
    }
    return new JudgedCase(judged);
  }
}
