package org.penumbra.cli;

import java.time.Duration;
import java.util.List;
import org.penumbra.results.RunManifest;
import org.penumbra.results.RunPrune;

/** {@code runs prune}. */
final class RunsPruneVerb implements Verb {
  private static final Option<Integer> OLDER =
      Option.whole("--older-than", "only runs older than so many days", 0, 100_000);
  private static final Option<Integer> KEEP =
      Option.whole(
          "--keep", "of each kind keep so many of the newest that the others chose", 0, 1_000_000);
  private static final Option<Boolean> YES =
      Option.flag("--yes", "remove them; without it nothing is removed");

  @Override
  public Manual manual() {
    return new Manual(
        "runs prune",
        "removes runs that are not wanted any more",
        "Chooses runs that fit every condition given; without any, none. First it only says what"
            + " would go; with --yes it goes. Runs that somebody computes at this moment stay.",
        List.of(),
        List.of(
            RunsListVerb.KIND,
            RunsListVerb.NAMED,
            OLDER,
            KEEP,
            YES,
            CommonOptions.RUNS,
            CommonOptions.JSON),
        List.of(
            "runs prune --kind embed --older-than 30",
            "runs prune --kind embed --older-than 30 --keep 5 --yes"),
        "What would go or has gone, and how many bytes. As JSON: removed (true or false), runs"
            + " (names), bytes.");
  }

  @Override
  public int run(Given given, Console console) {
    RunPrune prune = CommonOptions.runs(given, console).prune();
    prune = given.maybe(RunsListVerb.KIND).map(prune::kind).orElse(prune);
    prune = given.maybe(RunsListVerb.NAMED).map(prune::named).orElse(prune);
    if (given.maybe(OLDER).isPresent()) {
      prune = prune.olderThan(Duration.ofDays(given.get(OLDER)));
    }
    if (given.maybe(KEEP).isPresent()) {
      prune = prune.keepNewest(given.get(KEEP));
    }
    boolean remove = given.has(YES);
    String text = prune.toString();
    List<RunManifest> runs = remove ? prune.remove() : prune.chosen();
    if (remove) {
      text = runs.size() + " runs removed.";
    } else if (!runs.isEmpty()) {
      text += "\nNothing was removed; --yes removes them.";
    }
    console.result(
        given,
        text,
        new JsonResult()
            .with("removed", remove)
            .with("runs", runs.stream().map(RunManifest::id).toList())
            .with("bytes", runs.stream().mapToLong(RunManifest::size).sum())
            .json());
    return 0;
  }
}
