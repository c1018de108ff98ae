package org.penumbra.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.penumbra.results.RunManifest;
import org.penumbra.results.RunStore;

/** {@code runs show}. */
final class RunsShowVerb implements Verb {
  @Override
  public Manual manual() {
    return new Manual(
        "runs show",
        "all that is known of a run",
        "Shows what was asked of a run, from which data and runs it was computed, with what, and"
            + " what came out. RUN is the first characters of its name, enough for only one.",
        List.of("RUN"),
        List.of(CommonOptions.RUNS, CommonOptions.JSON),
        List.of("runs show pretrain/3f2a", "runs show pretrain/3f2a --json"),
        "Options, data, parents, versions, figures and files. As JSON: the manifest as it is kept in"
            + " the run's folder.");
  }

  @Override
  public int run(Given given, Console console) {
    RunStore runs = CommonOptions.runs(given, console);
    RunManifest run = runs.show(given.words().get(0));
    console.result(given, run.toString(), manifest(runs, run));
    return 0;
  }

  private static JsonElement manifest(RunStore runs, RunManifest run) {
    Path file = runs.folder().resolve(run.id()).resolve(RunManifest.FILE);
    try {
      return JsonParser.parseString(Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + file + ": " + failure.getMessage(), failure);
    }
  }
}
