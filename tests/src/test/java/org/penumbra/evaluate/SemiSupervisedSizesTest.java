package org.penumbra.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * The published sizes of labelled subsets of NTU RGB+D 60. Every action was recorded 672 times by
 * the training subjects and 632 times by cameras 2 and 3; the authors' list of missing samples says
 * which of them are left.
 */
class SemiSupervisedSizesTest {
  private static final int CLASSES = 60;
  private static final Pattern NAME = Pattern.compile("S\\d{3}C(\\d{3})P(\\d{3})R\\d{3}A(\\d{3})");
  private static final Set<Integer> SUBJECTS =
      Set.of(1, 2, 4, 5, 8, 9, 13, 14, 15, 16, 17, 18, 19, 25, 27, 28, 31, 34, 35, 38);

  private static int[] left(int recorded, Predicate<Matcher> inTraining) throws IOException {
    int[] counts = new int[CLASSES];
    Arrays.fill(counts, recorded);
    String resource = "/org/penumbra/data/format/ntu/ntu-missing.txt";
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PreparedDataset.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(NAME::matcher)
          .filter(name -> name.matches() && Integer.parseInt(name.group(3)) <= CLASSES)
          .filter(inTraining)
          .forEach(name -> counts[Integer.parseInt(name.group(3)) - 1]--);
    }
    return counts;
  }

  private static PreparedDataset set(int[] counts) {
    List<String> names = new ArrayList<>();
    int[] labels = new int[Arrays.stream(counts).sum()];
    for (int label = 0; label < CLASSES; label++) {
      for (int n = 0; n < counts[label]; n++) {
        labels[names.size()] = label;
        names.add("A" + label + " " + n);
      }
    }
    return new PreparedDataset(
        "ntu-60",
        SkeletonLayout.NTU_25,
        IntStream.range(0, CLASSES).mapToObj(i -> "action " + i).toList(),
        names,
        labels,
        1,
        1,
        new float[labels.length * 3 * 25]);
  }

  private static int size(PreparedDataset train, double share) {
    return SemiSupervised.published(share).subset(train, 0).names().size();
  }

  @Test
  void crossSubjectHas419And4009LabelledClips() throws IOException {
    PreparedDataset train =
        set(left(672, name -> SUBJECTS.contains(Integer.parseInt(name.group(2)))));
    assertThat(train.size()).isEqualTo(40_091);
    assertThat(size(train, 0.01)).isEqualTo(419);
    assertThat(size(train, 0.1)).isEqualTo(4_009);
  }

  @Test
  void crossViewHas360And3763LabelledClips() throws IOException {
    PreparedDataset train = set(left(632, name -> Integer.parseInt(name.group(1)) > 1));
    assertThat(train.size()).isEqualTo(37_646);
    assertThat(size(train, 0.01)).isEqualTo(360);
    assertThat(size(train, 0.1)).isEqualTo(3_763);
  }
}
