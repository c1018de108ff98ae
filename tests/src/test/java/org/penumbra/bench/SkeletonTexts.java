package org.penumbra.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.data.SkeletonClip;
import org.penumbra.synthetic.SyntheticActions;

/**
 * Skeleton files as the authors of NTU RGB+D wrote them, with invented motion: seven digits a
 * number, every field filled, one joint in nine inferred, two people in one file of five.
 */
final class SkeletonTexts {
  private static final MathContext DIGITS = new MathContext(7);
  private static final String LINE_END = "\r\n";

  private SkeletonTexts() {}

  /** Writes so many files of so many frames; returns them in order. */
  static List<Path> write(Path folder, int files, int frames) throws IOException {
    SyntheticActions actions = SyntheticActions.standard().withFrames(frames, frames);
    List<String> names = actions.names();
    List<Path> written = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      SkeletonClip first = actions.clip(names.get(i));
      SkeletonClip second = actions.clip(names.get(names.size() - 1 - i));
      Path file = folder.resolve(first.name() + ".skeleton");
      Files.write(
          file,
          text(i % 5 == 0 ? List.of(first, second) : List.of(first))
              .getBytes(StandardCharsets.US_ASCII));
      written.add(file);
    }
    return written;
  }

  private static String text(List<SkeletonClip> people) {
    SplittableRandom random = new SplittableRandom(people.get(0).name().hashCode());
    int frames = people.get(0).frames();
    StringBuilder text = new StringBuilder().append(frames).append(LINE_END);
    for (int t = 0; t < frames; t++) {
      text.append(people.size()).append(LINE_END);
      for (int m = 0; m < people.size(); m++) {
        text.append(72057594037931101L + m).append(" 0 1 1 1 1 0 ");
        number(text, random.nextDouble(-0.1, 0.1));
        number(text, random.nextDouble(-0.3, 0.3));
        text.append(2).append(LINE_END).append(25).append(LINE_END);
        for (int v = 0; v < 25; v++) {
          joint(text, people.get(m), t, v, random);
        }
      }
    }
    return text.toString();
  }

  private static void joint(
      StringBuilder text, SkeletonClip person, int frame, int joint, SplittableRandom random) {
    float x = person.at(0, frame, joint, 0);
    float y = person.at(1, frame, joint, 0);
    float z = person.at(2, frame, joint, 0);
    number(text, x);
    number(text, y);
    number(text, z);
    number(text, 256 + 366 * x / z); // where the depth and colour cameras see it, about
    number(text, 212 - 366 * y / z);
    number(text, 960 + 1060 * x / z);
    number(text, 540 - 1060 * y / z);
    for (int i = 0; i < 4; i++) {
      number(text, joint % 4 == 3 ? 0 : random.nextDouble(-1, 1)); // end joints have none
    }
    text.append(random.nextInt(9) == 0 ? 1 : 2).append(LINE_END);
  }

  private static void number(StringBuilder text, double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    text.append(Math.abs(value) < 1e-4 ? rounded : rounded.toPlainString()).append(' ');
  }
}
