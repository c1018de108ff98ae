package org.penumbra.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The magic lines: {@code %name argument ...} alone on a line of a cell. */
final class Magics {

  /** What stands behind one name. */
  @FunctionalInterface
  interface Magic {

    /**
     * Does it.
     *
     * @param arguments the words behind the name
     * @throws MagicException if the arguments are wrong or it cannot be done
     * @throws CellFailure if a cell that the magic ran failed
     */
    void run(List<String> arguments) throws MagicException, CellFailure;
  }

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private final Map<String, Magic> known = new TreeMap<>();

  Magics(CellEvaluator evaluator) {
    ClassPathMagics classPath = new ClassPathMagics(evaluator);
    known.put("classpath", classPath::addPaths);
    known.put("jars", classPath::addJars);
    known.put("load", new LoadMagic(evaluator)::run);
    known.put("maven", new MavenMagic(evaluator)::run);
  }

  /** The known names, sorted, without the percent sign. */
  List<String> names() {
    return List.copyOf(known.keySet());
  }

  /** True if the line starts with a known magic. */
  boolean knows(String line) {
    return known.containsKey(split(line).get(0).substring(1));
  }

  /** Runs a line such as {@code %jars lib/*.jar}. */
  void run(String line) throws MagicException, CellFailure {
    List<String> words = split(line.lines().findFirst().orElse("").strip());
    String name = words.get(0);
    Magic magic = name.startsWith("%%") ? null : known.get(name.substring(1));
    if (magic == null) {
      throw new MagicException(
          "there is no magic "
              + name
              + "; known are %"
              + String.join(", %", known.keySet())
              + (name.startsWith("%%") ? ", each on one line with a single %" : ""));
    }
    magic.run(words.subList(1, words.size()));
  }

  private static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words;
  }
}
