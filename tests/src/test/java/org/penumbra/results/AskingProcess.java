package org.penumbra.results;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A process that asks a store for one run, for tests of two processes and of kills: arguments are
 * the store, a file that gets a letter for each computation, and milliseconds of work.
 */
public final class AskingProcess {
  private static final int FILES = 6;
  private static final int BYTES = 1 << 20;

  /** The question. */
  static final RunKey KEY = RunKey.of("slow", "asked by processes").option("seed", "1");

  private AskingProcess() {}

  /** Several files that take a while to write, of a content that a test knows. */
  static final class Slow implements RunCodec<List<Integer>> {
    private final boolean slowly;

    Slow(boolean slowly) {
      this.slowly = slowly;
    }

    /** The answer. */
    static List<Integer> answer() {
      List<Integer> answer = new ArrayList<>();
      for (int i = 0; i < FILES; i++) {
        answer.add(BYTES + i);
      }
      return answer;
    }

    @Override
    public String format() {
      return "slow 1";
    }

    @Override
    public void write(List<Integer> value, Path folder) {
      for (int i = 0; i < value.size(); i++) {
        say("writing");
        // Not by way of a temporary file: what is half written has its last name here.
        try (RandomAccessFile out =
            new RandomAccessFile(folder.resolve("part" + i).toFile(), "rw")) {
          byte[] block = new byte[value.get(i) / 2];
          Arrays.fill(block, (byte) i);
          out.write(block);
          if (slowly) {
            pause(15);
          }
          out.write(block, 0, block.length);
          out.write(new byte[value.get(i) - 2 * block.length]);
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
      }
    }

    @Override
    public List<Integer> read(Path folder) {
      List<Integer> sizes = new ArrayList<>();
      for (int i = 0; Files.exists(folder.resolve("part" + i)); i++) {
        sizes.add((int) folder.resolve("part" + i).toFile().length());
      }
      return sizes;
    }
  }

  /** Asks, and says where the answer comes from. */
  public static void main(String[] args) {
    RunStore runs = RunStore.in(Path.of(args[0])).saying(AskingProcess::say);
    Run<List<Integer>> run =
        runs.get(
            KEY,
            new Slow(true),
            work -> {
              count(Path.of(args[1]));
              say("computing");
              pause(Long.parseLong(args[2]));
              return Slow.answer();
            });
    say("done " + run.state() + " " + run.value().equals(Slow.answer()));
  }

  private static void count(Path file) {
    try {
      byte[] letter = "x".getBytes(StandardCharsets.UTF_8);
      Files.write(file, letter, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
