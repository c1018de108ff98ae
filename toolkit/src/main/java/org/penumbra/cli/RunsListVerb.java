package org.penumbra.cli;

import com.google.gson.JsonArray;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penumbra.results.RunList;
import org.penumbra.results.RunManifest;

/** {@code runs list}. */
final class RunsListVerb implements Verb {
  static final Option<String> KIND =
      Option.text("--kind", "KIND", "only pretrain, embed, cluster, impute or evaluate");
  static final Option<String> NAMED =
      Option.text("--named", "TEXT", "only runs whose name holds this, in any letter case");

  @Override
  public Manual manual() {
    return new Manual(
        "runs list",
        "what was computed and is kept, the newest first",
        "Lists the runs in the folder of runs, those of notebooks too.",
        List.of(),
        List.of(KIND, NAMED, CommonOptions.RUNS, CommonOptions.JSON),
        List.of("runs list --kind pretrain", "runs list --runs work/runs --named PSTL --json"),
        "A line for each run. As JSON: a list with run, kind, name, started, seconds, bytes,"
            + " found_again (times), figures (by name).");
  }

  @Override
  public int run(Given given, Console console) {
    RunList runs = CommonOptions.runs(given, console).list();
    RunList ofKind = given.maybe(KIND).map(runs::kind).orElse(runs);
    RunList listed = given.maybe(NAMED).map(ofKind::named).orElse(ofKind);
    JsonArray json = new JsonArray();
    for (RunManifest run : listed.manifests()) {
      json.add(
          new JsonResult()
              .with("run", run.id())
              .with("kind", run.key().kind())
              .with("name", run.key().name())
              .with("started", run.started().toString())
              .with("seconds", run.seconds())
              .with("bytes", run.size())
              .with("found_again", listed.hits(run))
              .with("figures", figures(run))
              .json());
    }
    console.result(given, listed.toString(), json);
    return 0;
  }

  /** Named as every field is. */
  private static Map<String, Double> figures(RunManifest run) {
    Map<String, Double> figures = new TreeMap<>();
    run.metrics().forEach((name, value) -> figures.put(name.replace(' ', '_'), value));
    return figures;
  }
}
