package org.penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.cli.CommandLine.Said;
import org.penumbra.data.Datasets;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.SplitRules;
import org.penumbra.data.format.array.NpzClips;
import org.penumbra.data.integrity.Manifest;
import org.penumbra.occlusion.MaskStore;
import org.penumbra.results.Fingerprints;
import org.penumbra.results.PaperTable;
import org.penumbra.skeleton.LayoutFile;
import org.penumbra.skeleton.SourceFrame;
import org.penumbra.synthetic.SyntheticActions;

/** What the verbs do, on a tiny set of one's own. */
class VerbsTest {
  @TempDir Path folder;
  private CommandLine line;
  private SkeletonDataset tiny;

  @BeforeEach
  void aTinySet() {
    line = new CommandLine(folder).with("PENUMBRA_DATASET", "tiny");
    tiny = write(folder);
  }

  /** Three actions of two people before three cameras: 18 clips. */
  static SkeletonDataset write(Path folder) {
    SkeletonDataset all = SyntheticActions.small().withFrames(12, 16).generate();
    SkeletonDataset tiny =
        all.select(info -> info.label() < 3 && info.subject() <= 2).withName("tiny");
    NpzClips.write(tiny, folder.resolve("tiny.npz"));
    new LayoutFile(tiny.layout(), SourceFrame.metres(), tiny.classNames())
        .write(folder.resolve("tiny.layout.json"));
    SplitRules.write("tiny", tiny.splits(), folder.resolve("tiny.splits.json"));
    return tiny;
  }

  private JsonObject json(String command) {
    Said said = line.run(command + " --json");
    assertThat(said.status()).as(said.err()).isZero();
    return said.json().getAsJsonObject();
  }

  @Test
  void dataListShowsOnesOwnSets() {
    Said said = line.run("data list");
    assertThat(said.status()).isZero();
    assertThat(said.out()).contains("\ntiny\n", "nw-ucla  (not there)");
    JsonObject json = json("data list");
    assertThat(json.get("folder").getAsString()).isEqualTo(folder.toString());
    JsonObject last =
        json.getAsJsonArray("data_sets")
            .get(json.getAsJsonArray("data_sets").size() - 1)
            .getAsJsonObject();
    assertThat(last.get("data_set").getAsString()).isEqualTo("tiny");
    assertThat(last.get("there").getAsString()).isEqualTo("yes");
  }

  @Test
  void dataReportIsTheToolkitsReport() {
    assertThat(line.run("data report").out())
        .isEqualTo(Datasets.open("tiny", folder).report() + "\n");
    JsonObject json = json("data report");
    assertThat(json.get("clips").getAsInt()).isEqualTo(tiny.size());
    assertThat(json.getAsJsonArray("tables").get(0).getAsJsonObject().getAsJsonArray("rows"))
        .isNotEmpty();
  }

  @Test
  void dataVerifyFindsWhatDiffers() throws Exception {
    Manifest.of(folder.resolve("tiny.npz")).write(folder.resolve("tiny.manifest"));
    // The layout and the splits are files of the set too, and the manifest does not know them.
    assertThat(json("data verify").get("passed").getAsBoolean()).isTrue();
    Files.write(folder.resolve("tiny.npz"), new byte[] {1, 2, 3});
    Said said = line.run("data verify");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out()).contains("1 differ");
  }

  @Test
  void aConvertedSetIsTheSame() {
    JsonObject json = json("data convert --out " + folder.resolve("again.npz"));
    assertThat(json.getAsJsonArray("files")).hasSize(3);
    SkeletonDataset again = Datasets.open("again", folder);
    assertThat(Fingerprints.of(again.withName("tiny"))).isEqualTo(Fingerprints.of(tiny));
    assertThat(again.splits()).isEqualTo(tiny.splits());
    Said text = line.run("data convert --out " + folder.resolve("text.csv"));
    assertThat(text.status()).as(text.err()).isZero();
    SkeletonDataset csv = Datasets.open("text", folder);
    assertThat(csv.clips()).isEqualTo(tiny.clips());
    assertThat(csv.split(Split.CROSS_VIEW).train().infos())
        .isEqualTo(tiny.split(Split.CROSS_VIEW).train().infos());
  }

  @Test
  void aSetIsNotWrittenOverUnasked() {
    Said said = line.run("data convert --out " + folder.resolve("tiny.npz"));
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.err()).contains("--force");
    assertThat(line.run("data convert --force --out " + folder.resolve("tiny.npz")).status())
        .isZero();
    assertThat(Fingerprints.of(Datasets.open("tiny", folder))).isEqualTo(Fingerprints.of(tiny));
  }

  @Test
  void hiddenJointsAndTheirTruthGoIntoTheFile() {
    Path masks = folder.resolve("masks.bin");
    JsonObject json =
        json(
            "occlude --occlusion random-20 --seed 3 --out "
                + folder.resolve("hidden.npz")
                + " --masks "
                + masks);
    assertThat(json.get("hidden_share").getAsDouble()).isBetween(0.19, 0.2);
    assertThat(json.getAsJsonObject("hidden_share_by_joint").size()).isEqualTo(25);
    SkeletonDataset hidden = Datasets.open("hidden", folder);
    for (int n = 0; n < tiny.size(); n++) {
      SkeletonClip clip = hidden.clips().get(n);
      assertThat(clip.truth().orElseThrow()).isEqualTo(tiny.clips().get(n));
      assertThat(clip.mask().occludedShare()).isBetween(0.18, 0.2);
    }
    assertThat(MaskStore.load(masks).apply(tiny).clips()).isEqualTo(hidden.clips());
    assertThat(MaskStore.load(masks).seed()).isEqualTo(3);
  }

  @Test
  void imputationIsJudgedAndKeptAndKnownToTheFile() {
    line.run("occlude --occlusion random-20 --out " + folder.resolve("hidden.npz"));
    JsonObject json =
        json("impute --dataset hidden --imputer linear --out " + folder.resolve("filled.npz"));
    assertThat(json.get("left_hidden_joints").getAsInt()).isZero();
    assertThat(json.get("hidden_joints").getAsInt()).isPositive();
    assertThat(json.get("mean_error_mm").getAsDouble()).isBetween(1.0, 200.0);
    SkeletonDataset filled = Datasets.open("filled", folder);
    SkeletonDataset hidden = Datasets.open("hidden", folder);
    for (int n = 0; n < tiny.size(); n++) {
      SkeletonClip clip = filled.clips().get(n);
      assertThat(clip.truth().orElseThrow()).isEqualTo(tiny.clips().get(n));
      assertThat(clip.incomplete().orElseThrow()).isEqualTo(hidden.clips().get(n));
    }
    assertThat(line.run("runs list --kind impute").out()).contains("linear on filled");
  }

  @Test
  void aSetWithoutTruthHasNoErrors() {
    JsonObject json = json("impute --imputer zero --out " + folder.resolve("zero.npz"));
    assertThat(json.get("hidden_joints").getAsInt()).isZero();
    assertThat(json.get("mean_error_mm").isJsonNull()).isTrue();
  }

  @Test
  void aSplitThatTheSetHasNotIsRefused() {
    SplitRules.write("tiny", List.of(), folder.resolve("tiny.splits.json"));
    Said said = line.run("pretrain --split cross-view");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.err()).contains("split of tiny must be one of []");
    JsonObject json = json("impute --imputer zero --out " + folder.resolve("zero.npz"));
    assertThat(json.get("split").getAsString()).as("by chance").isEqualTo("stratified");
  }

  @Test
  void clustersNeedNeighbours() {
    Said said = line.run("impute --imputer linear --clusters 2 --out " + folder.resolve("no.npz"));
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.err()).contains("imputer for --clusters must be one of neighbours");
  }

  @Test
  void runsAreListedShownComparedAndRemoved() {
    line.run("occlude --occlusion random-20 --out " + folder.resolve("hidden.npz"));
    String impute = "impute --dataset hidden --out " + folder.resolve("a.npz") + " --force";
    line.run(impute + " --imputer linear");
    line.run(impute + " --imputer zero");
    JsonArray runs = line.run("runs list --json").json().getAsJsonArray();
    assertThat(runs).hasSize(4); // two halves, two ways
    List<String> names =
        runs.asList().stream().map(run -> run.getAsJsonObject().get("run").getAsString()).toList();
    assertThat(names).allMatch(name -> name.startsWith("impute/"));
    JsonObject shown = json("runs show " + names.get(0).substring(0, 20));
    assertThat(shown.getAsJsonObject("run").get("kind").getAsString()).isEqualTo("impute");
    assertThat(line.run("runs show " + names.get(0)).out()).startsWith(names.get(0));
    JsonObject diff = json("runs diff " + names.get(0) + " " + names.get(3));
    assertThat(diff.getAsJsonArray("differences").toString()).contains("linear", "zero");
    assertThat(line.run("runs prune").out()).contains("Nothing would be removed");
    JsonObject would = json("runs prune --kind impute --keep 1");
    assertThat(would.get("removed").getAsBoolean()).isFalse();
    assertThat(would.getAsJsonArray("runs")).hasSize(3);
    assertThat(line.run("runs list --json").json().getAsJsonArray()).hasSize(4);
    assertThat(line.run("runs prune --kind impute --keep 1 --yes").out())
        .isEqualTo("3 runs removed.\n");
    assertThat(line.run("runs list --json").json().getAsJsonArray()).hasSize(1);
  }

  @Test
  void publishedTablesAreListedAndPrinted() {
    assertThat(line.run("table").out().lines()).hasSize(PaperTable.list().rowCount());
    assertThat(line.run("table pstl").out().lines()).allMatch(text -> text.startsWith("pstl "));
    PaperTable table = PaperTable.of("opstl", "V");
    assertThat(line.run("table opstl v").out()).isEqualTo(table + "\n");
    assertThat(line.run("table opstl V --csv").out()).isEqualTo(table.csv());
    JsonArray cells = json("table opstl V").getAsJsonArray("cells");
    assertThat(cells).hasSize(table.cells().size());
    assertThat(cells.get(0).getAsJsonObject().get("value").getAsBigDecimal())
        .isEqualTo(table.cells().get(0).value().orElseThrow());
  }
}
