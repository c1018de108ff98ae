package org.penumbra.occlusion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * Occlusions that share a name but for their numbers, as {@link Occlusions} lists them.
 *
 * @param form the name; words in capitals stand for numbers, for instance {@code pstl-joints-K}
 * @param example a name of this form; for an entry that only points elsewhere the form itself
 * @param what one line: what is hidden
 * @param source where it comes from
 * @param maker makes the occlusion of a list of numbers, one for each word in capitals
 */
public record OcclusionFamily(
    String form,
    String example,
    String what,
    String source,
    Function<List<Double>, Occlusion> maker) {
  private static final Pattern WORD = Pattern.compile("[A-Z]+");
  private static final String NUMBER = "([0-9]+(?:\\\\.[0-9]+)?)";

  /** A family with numbers. */
  static OcclusionFamily numbered(
      String form,
      String example,
      String what,
      String source,
      Function<List<Double>, Occlusion> maker) {
    return new OcclusionFamily(form, example, what, source, maker);
  }

  /** A single occlusion. */
  public static OcclusionFamily single(
      String name, String what, String source, Supplier<Occlusion> maker) {
    return new OcclusionFamily(name, name, what, source, numbers -> maker.get());
  }

  /** A protocol that is no drawn mask; asking for it says where it is. */
  static OcclusionFamily elsewhere(String form, String what, String source, String remedy) {
    return new OcclusionFamily(
        form,
        form,
        what,
        source,
        numbers -> {
          throw new InvalidOptionException("occlusion", "one that hides joints; " + remedy, form);
        });
  }

  /** Whether a name has this form. */
  boolean matches(String name) {
    return matcher(name).matches();
  }

  /** The occlusion of a name of this form. */
  Occlusion make(String name) {
    Matcher matcher = matcher(name);
    List<Double> numbers = new ArrayList<>();
    for (int i = 1; matcher.matches() && i <= matcher.groupCount(); i++) {
      numbers.add(Double.valueOf(matcher.group(i)));
    }
    return maker.apply(numbers);
  }

  private Matcher matcher(String name) {
    return Pattern.compile(WORD.matcher(form.replace(".", "\\.")).replaceAll(NUMBER)).matcher(name);
  }

  /** A number that must be whole. */
  static int whole(String option, double value) {
    if (value != StrictMath.rint(value) || value > Integer.MAX_VALUE) {
      throw new InvalidOptionException(option, "a whole number", value);
    }
    return (int) value;
  }

  /** A share given in per cent. */
  static double share(double percent) {
    Require.inRange("percentage in the name", percent, 0, 100);
    return BigDecimal.valueOf(percent).movePointLeft(2).doubleValue(); // 1.1 stays 1.1
  }
}
