package org.penumbra.cli;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penumbra.core.PenumbraException;

/**
 * Command line of the toolkit: a verb of one word or two, then its options. Exit status 0 if all is
 * well, 1 if the verb found something to do or failed, 2 if the command itself is wrong.
 */
public final class Main {
  /** In the order of work. */
  static final List<Verb> VERBS =
      List.of(
          new DoctorVerb(),
          new DataListVerb(),
          new DataReportVerb(),
          new DataVerifyVerb(),
          new DataConvertVerb(),
          new OccludeVerb(),
          new ImputeVerb(),
          new PretrainVerb(),
          new EvaluateVerb(),
          new RunsListVerb(),
          new RunsShowVerb(),
          new RunsDiffVerb(),
          new RunsPruneVerb(),
          new TableVerb());

  private Main() {}

  /** Runs a verb and ends the process with its status. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Interruption interruption = Interruption.watch(err);
    interruption.exit(run(List.of(arguments), System.getenv(), out, err));
  }

  /** Runs a verb and returns the exit status. */
  static int run(
      List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    if (!arguments.isEmpty() && isHelp(arguments.get(0))) {
      out.println(HelpText.verbs(VERBS));
      return 0;
    }
    Optional<Verb> verb = find(arguments);
    if (verb.isEmpty()) {
      return group(arguments, out, err);
    }
    Manual manual = verb.get().manual();
    List<String> rest = arguments.subList(manual.name().split(" ", -1).length, arguments.size());
    if (rest.stream().anyMatch(Main::isHelp)) {
      out.println(HelpText.of(manual));
      return 0;
    }
    String see = "see " + HelpText.COMMAND + " " + manual.name() + " --help.";
    try {
      return verb.get().run(Given.parse(manual, rest, environment), new Console(out, err));
    } catch (UsageException wrong) {
      String message = wrong.getMessage();
      err.println(
          manual.name()
              + ": "
              + message
              + (message.matches("(?s).*[.?]") ? " S" : "; s")
              + see.substring(1));
      return 2;
    } catch (PenumbraException | UncheckedIOException failure) {
      err.println(failure.getMessage());
      return 1;
    } catch (OutOfMemoryError full) {
      err.println(
          "Not enough memory (" + full.getMessage() + "); give more with PENUMBRA_HEAP=8g, say.");
      return 1;
    } catch (RuntimeException mistake) {
      err.println("This should not happen, please report it: " + manual.name() + ": " + mistake);
      return 1;
    }
  }

  private static boolean isHelp(String word) {
    return word.equals("--help") || word.equals("-h") || word.equals("help");
  }

  private static Optional<Verb> find(List<String> arguments) {
    return VERBS.stream()
        .filter(
            verb -> {
              List<String> name = List.of(verb.manual().name().split(" ", -1));
              return arguments.size() >= name.size()
                  && arguments.subList(0, name.size()).equals(name);
            })
        .findFirst();
  }

  private static String names(List<Verb> verbs) {
    return String.join(", ", verbs.stream().map(verb -> verb.manual().name()).toList());
  }

  /** Help for the verbs that begin with a word, or what is wrong with it. */
  private static int group(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.isEmpty()) {
      err.println("No verb given; known: " + names(VERBS) + "; see --help.");
      return 2;
    }
    String first = arguments.get(0);
    List<Verb> group =
        VERBS.stream().filter(verb -> verb.manual().name().startsWith(first + " ")).toList();
    if (!group.isEmpty() && arguments.size() > 1 && isHelp(arguments.get(1))) {
      out.println(HelpText.verbs(group));
      return 0;
    }
    if (!group.isEmpty() && arguments.size() == 1) {
      err.println("What of " + first + "? Known: " + names(group) + "; see --help.");
      return 2;
    }
    List<Verb> near = group.isEmpty() ? VERBS : group;
    List<String> known = near.stream().map(verb -> verb.manual().name()).toList();
    boolean two = arguments.size() > 1 && !arguments.get(1).startsWith("--");
    String both = two ? first + " " + arguments.get(1) : first;
    Optional<String> meant = Nearest.of(both, known).or(() -> Nearest.of(first, known));
    String wrong = group.isEmpty() && Nearest.of(both, known).isEmpty() ? first : both;
    err.println(
        "Unknown verb '"
            + wrong
            + "'"
            + meant.map(guess -> guess + " Known: ").orElse("; known: ")
            + String.join(", ", known)
            + "; see --help.");
    return 2;
  }
}
