package org.penumbra.data.format.pku;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.fuzz.FuzzTarget;
import org.penumbra.data.fuzz.ReaderFuzz;

/** Damaged recordings, labels and splits of PKU-MMD. */
class PkuFuzzTest extends ReaderFuzz {
  @Override
  protected Stream<FuzzTarget> readers() {
    return Stream.of(
        new FuzzTarget(
            "PKU-MMD recording",
            10_000,
            List.of(bytes(PkuFiles.skeletons("0002-L", 2)), bytes(PkuFiles.skeletons("0002-R", 4))),
            file -> sameNumbers(PkuRecording.parse("0002-L.txt", file), file)),
        new FuzzTarget(
            "PKU-MMD labels",
            5_000,
            List.of(bytes("3,2,5,2\n51,6,12,1\n"), bytes("8,1,1,2")),
            file -> PkuLabel.lines(file).forEach(line -> PkuLabel.parse("0002-L.txt", line))),
        new FuzzTarget(
            "PKU-MMD split",
            5_000,
            List.of(bytes("Training:\r\n0002-M, 0002-R\r\nTest:\r\n0002-L, 0010-L\r\n")),
            file -> PkuSplit.parse(PkuPart.ONE, "split.txt", file)));
  }

  private static void sameNumbers(PkuRecording recording, byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    List<String> lines = Stream.of(text.split("\n", -1)).filter(line -> !line.isBlank()).toList();
    assertThat(recording.frames()).isEqualTo(lines.size());
    PkuLabel whole = PkuLabel.parse("label", "1,1," + lines.size() + ",2");
    SkeletonClip clip = recording.cut(new ClipInfo("c", 0, 0, 1, 1, 0), whole);
    for (int t = 0; t < lines.size(); t++) {
      String[] numbers = lines.get(t).strip().split("\\s+", -1);
      assertThat(numbers).hasSize(150);
      for (int i = 0; i < 75 * clip.bodies(); i++) {
        if (clip.mask().isObserved(t, i % 75 / 3, i / 75)) {
          assertThat(clip.at(i % 3, t, i % 75 / 3, i / 75)).isEqualTo(Float.parseFloat(numbers[i]));
        }
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
