package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.RandomKey;

/** Every number beside {@link Float#parseFloat}, bit for bit. */
class DecimalFloatTest {
  private static final long SEED = 20_263;
  private static final int EACH = 150_000;

  /** A way to make up texts of numbers. */
  record Texts(String name, Function<SplittableRandom, String> make) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Texts> texts() {
    return Stream.of(
        new Texts("seven digits, as the sensor prints", r -> rounded(r, r.nextDouble(-5, 5), 7)),
        new Texts("one to twenty digits", r -> rounded(r, r.nextDouble(-9, 9), r.nextInt(1, 21))),
        new Texts("digits around a point", DecimalFloatTest::digits),
        new Texts("any float", r -> Float.toString(Float.intBitsToFloat(r.nextInt() & ~(1 << 30)))),
        new Texts("any double", r -> Double.toString(exponent(r) * r.nextDouble(-1, 1))),
        new Texts("half way between floats", DecimalFloatTest::halfWay),
        new Texts("powers", r -> digits(r) + (r.nextBoolean() ? "e" : "E") + power(r)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void everyTextGivesTheBitsOfParseFloat(Texts texts) {
    SplittableRandom random = RandomKey.of(SEED).with(texts.name()).generator();
    int scanned = 0;
    for (int i = 0; i < EACH; i++) {
      String text = texts.make().apply(random);
      int expected = Float.floatToRawIntBits(Float.parseFloat(text));
      if (expected != Float.floatToRawIntBits(parse(text))) {
        assertThat(parse(text)).as("seed %d, '%s'", SEED, text).isEqualTo(Float.parseFloat(text));
      }
      long scan = scan(text);
      if (scan != DecimalFloat.NOT_PLAIN && (int) (scan >> 32) == text.length()) {
        scanned++;
        if (expected != (int) scan) {
          assertThat(Float.intBitsToFloat((int) scan))
              .as("seed %d, scanned '%s'", SEED, text)
              .isEqualTo(Float.parseFloat(text));
        }
      }
    }
    if (texts.name().startsWith("seven")) {
      assertThat(scanned).as("texts the fast way is for").isGreaterThan(EACH * 95 / 100);
    }
  }

  @Test
  void numbersWhereADoubleOnTheWayWouldRoundTwice() {
    // Nearest double is half way between two floats; the number itself is just beside.
    BigDecimal middle = new BigDecimal((double) 1f + Math.ulp(1f) / 2.0);
    BigDecimal little = new BigDecimal("1e-20");
    for (BigDecimal number : new BigDecimal[] {middle.add(little), middle.subtract(little)}) {
      String text = number.toPlainString();
      assertThat((float) Double.parseDouble(text)).isEqualTo(1f);
      assertThat(parse(text)).as(text).isEqualTo(Float.parseFloat(text));
    }
    assertThat(parse(middle.add(little).toPlainString())).isEqualTo(Math.nextUp(1f));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "-0.000",
        "+1.5",
        ".5",
        "-.5",
        "5.",
        "1.2e-05",
        "1E+3",
        "1e0",
        "1e-45",
        "7e-46",
        "1e-400",
        "3.4028235e38",
        "3.4028236e38",
        "1e39",
        "-1e400",
        "0e99999999999",
        "1e-99999999999",
        "00012.5",
        "9007199254740993",
        "123456789012345678901234567890",
        "1.17549435e-38",
        "1.1754943e-38",
        "0.1234567890123456789",
        "16777217",
        "33554435"
      })
  void formsThatParseFloatReads(String text) {
    assertThat(Float.floatToRawIntBits(parse(text)))
        .isEqualTo(Float.floatToRawIntBits(Float.parseFloat(text)));
  }

  @Test
  void aPointThatIsVeryFarAway() {
    for (int zeros : new int[] {100, 9_998, 99_998, 200_000}) {
      String small = "0." + "0".repeat(zeros) + "1e" + (zeros + 1);
      assertThat(parse(small)).as("%d zeros", zeros).isEqualTo(Float.parseFloat(small));
      assertThat(parse(small)).isEqualTo(1f);
      String large = "0." + "0".repeat(zeros) + "1e999999999";
      assertThat(parse(large)).as("%d zeros", zeros).isInfinite();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "-.",
        "e5",
        "1e",
        "1e+",
        "1e-",
        "1.2.3",
        "1-2",
        "--1",
        "1e5.0",
        "NaN",
        "nan",
        "Infinity",
        "inf",
        "1f",
        "1d",
        "0x1p3",
        "1,5",
        " 1",
        "1 ",
        "1_000",
        "1e5e5",
        "²"
      })
  void whatIsNoDecimalNumberIsNaN(String text) {
    assertThat(parse(text)).isNaN();
    long scan = scan(text);
    assertThat(scan == DecimalFloat.NOT_PLAIN || (int) (scan >> 32) < text.length()).isTrue();
  }

  private static float parse(String text) {
    byte[] bytes = ("x" + text + "9").getBytes(StandardCharsets.ISO_8859_1);
    return DecimalFloat.parse(bytes, 1, bytes.length - 1);
  }

  private static long scan(String text) {
    byte[] bytes = (text + " ").getBytes(StandardCharsets.ISO_8859_1);
    return DecimalFloat.scan(Arrays.copyOf(bytes, bytes.length + DecimalFloat.LOOK_AHEAD), 0);
  }

  private static String rounded(SplittableRandom random, double value, int digits) {
    BigDecimal number = new BigDecimal(value).round(new MathContext(digits));
    return random.nextInt(4) == 0 ? number.toString() : number.stripTrailingZeros().toPlainString();
  }

  private static String digits(SplittableRandom random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
    int whole = random.nextInt(1, 7);
    int decimals = random.nextInt(0, 14);
    for (int i = 0; i < whole; i++) {
      text.append(random.nextInt(10));
    }
    text.append(decimals > 0 ? "." : "");
    for (int i = 0; i < decimals; i++) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }

  /** A point half way between two floats, written in full or cut, or moved in its last digit. */
  private static String halfWay(SplittableRandom random) {
    float low = Float.intBitsToFloat(random.nextInt(0x3a000000, 0x42000000));
    double middle = ((double) low + Math.nextUp(low)) / 2;
    BigDecimal exact = new BigDecimal(middle);
    return switch (random.nextInt(3)) {
      case 0 -> exact.toPlainString();
      case 1 -> exact.round(new MathContext(random.nextInt(8, 20))).toPlainString();
      default ->
          exact
              .add(BigDecimal.valueOf(random.nextInt(-2, 3), random.nextInt(10, 40)))
              .toPlainString();
    };
  }

  private static double exponent(SplittableRandom random) {
    return Math.pow(10, random.nextInt(-50, 42));
  }

  private static String power(SplittableRandom random) {
    String sign = new String[] {"", "+", "-"}[random.nextInt(3)];
    return sign + (random.nextBoolean() ? "0" : "") + random.nextInt(50);
  }
}
