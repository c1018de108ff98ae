package org.penumbra.data.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.penumbra.core.RandomKey;

/** Makes up skeleton files of NTU RGB+D as its authors' program writes them. */
final class NtuFiles {
  static final String NAME = "S001C002P003R001A004";

  private NtuFiles() {}

  /** A file whose frames list so many bodies of ids 11, 12, ... each, with CR LF. */
  static String text(int... bodies) {
    SplittableRandom random = RandomKey.of(7).with("ntu").generator();
    return file(
        IntStream.of(bodies)
            .mapToObj(
                count ->
                    frame(
                        IntStream.range(0, count)
                            .mapToObj(m -> body(11 + m, random))
                            .toArray(String[]::new)))
            .toArray(String[]::new));
  }

  /** A file of these frames. */
  static String file(String... frames) {
    return frames.length + "\r\n" + String.join("", frames);
  }

  /** A frame of these bodies. */
  static String frame(String... bodies) {
    return bodies.length + "\r\n" + String.join("", bodies);
  }

  /** A body of random joints, one in ten inferred. */
  static String body(long id, SplittableRandom random) {
    return body(
        id,
        IntStream.range(0, 25)
            .mapToObj(v -> joint(random) + (random.nextInt(10) == 0 ? " 1" : " 2"))
            .toArray(String[]::new));
  }

  /** A body of 25 joint lines. */
  static String body(long id, String... joints) {
    return Stream.of(joints)
        .map(joint -> joint + "\r\n")
        .collect(Collectors.joining("", id + " 0 1 1 1 1 0 0.02764709 0.05745083 2\r\n25\r\n", ""));
  }

  /** A body with all joints at one place, tracked. */
  static String body(long id, String position) {
    String[] joints = new String[25];
    Arrays.fill(joints, position + " 0 0 0 0 0 0 0 0 2");
    return body(id, joints);
  }

  /** A joint's first eleven fields, seven digits each as the sensor's program prints. */
  static String joint(SplittableRandom random) {
    double[] most = {1, 1, 4.5, 500, 400, 1900, 1000, 1, 1, 1, 1};
    return IntStream.range(0, most.length)
        .mapToObj(
            i -> {
              double low = i < 2 || i > 6 ? -most[i] : most[i] / 3;
              return new BigDecimal(random.nextDouble(low, most[i]))
                  .round(new MathContext(7))
                  .toString()
                  .replace("E", "e");
            })
        .collect(Collectors.joining(" "));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
