package org.penumbra.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestDiffTest {
  private static RunManifest manifest(
      RunKey key, double accuracy, String torch, List<RunParent> parents) {
    return new RunManifest(
        key,
        "form",
        Instant.parse("2026-01-02T03:04:05Z"),
        12,
        OptionalLong.of(1 << 20),
        "CPU",
        2,
        new TreeMap<>(Map.of("Java", "17", "PyTorch", torch)),
        new TreeMap<>(Map.of("accuracy", accuracy, "epochs", 5.0)),
        new TreeMap<>(),
        parents,
        List.of(new StoredFile("file", 3, "00")));
  }

  private static RunKey evaluation(String features) {
    return RunKey.of("evaluate", "linear evaluation")
        .option("epochs", "5")
        .input("test", new RunInput("64 features", 7, features));
  }

  private static RunParent embedding(int seed, String layers) {
    RunKey encoder = RunKey.of("pretrain", "PSTL").option("seed", seed + "").option("layers", "10");
    if (!layers.isEmpty()) {
      encoder = encoder.option("mlp", layers);
    }
    RunKey features = RunKey.of("embed", "waves").parent("encoder", encoder);
    return new RunParent("test", features, List.of(new RunParent("encoder", encoder, List.of())));
  }

  private static RunManifest first() {
    return manifest(evaluation("aaaa"), 50.5, "2.7.1", List.of(embedding(1, "")));
  }

  @Test
  void onlyWhatDiffersIsListedAlsoOfParentsOfParents() {
    RunManifest second = manifest(evaluation("bbbb"), 60.25, "2.8.0", List.of(embedding(2, "3")));
    ManifestDiff diff = RunManifest.diff(first(), second);
    assertThat(diff.toString())
        .isEqualTo(
            """
            a: %s (linear evaluation)
            b: %s (linear evaluation)
            what     name                   a                                   b
            data     test                   64 features, 7 clips, content aaaa  64 features, 7 clips, content bbbb
            option   test < encoder < mlp   -                                   3
            option   test < encoder < seed  1                                   2
            version  PyTorch                2.7.1                               2.8.0
            figure   accuracy               50.5                                60.25"""
                .formatted(first().id(), second.id()));
    assertThat(diff.table().columnCount()).isEqualTo(4);
    assertThat(diff.table().rowCount()).isEqualTo(5);
  }

  @Test
  void equalRunsDifferInNothing() {
    ManifestDiff diff = RunManifest.diff(first(), first());
    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.toString()).endsWith("\nNothing differs.");
    assertThat(diff.table().rowCount()).isZero();
  }

  @Test
  void aParentThatOnlyOneHasIsNamed() {
    RunManifest orphan = manifest(evaluation("aaaa"), 50.5, "2.7.1", List.of());
    assertThat(RunManifest.diff(first(), orphan).rows())
        .containsExactly(
            new ManifestDiff.Row(
                "run", "test", first().parents().get(0).key().id() + " (waves)", "-"));
  }
}
