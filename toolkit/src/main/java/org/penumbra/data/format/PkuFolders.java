package org.penumbra.data.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.Split;

/**
 * Where a part of PKU-MMD lies: in the data folder itself or in a folder of one of its names, at
 * most three levels deep. The recordings are in a folder that has "skeleton" in its name, the label
 * texts in one that has "label"; the names of the recordings tell the two parts apart.
 *
 * @param skeletons folder of the recordings; null if there is none
 * @param labels folder of the label texts; null if there is none
 * @param splits texts that divide the set
 */
record PkuFolders(Path skeletons, Path labels, Map<Split, Path> splits) {
  private static final int DEPTH = 3;

  /** The first place that has a folder of recordings. */
  static Optional<PkuFolders> find(PkuPart part, Path dataFolder) {
    List<Path> roots = new ArrayList<>();
    part.folders().forEach(name -> roots.add(dataFolder.resolve(name)));
    if (folders(dataFolder, 1).stream().anyMatch(PkuFolders::isOfTheSet)) {
      roots.add(dataFolder);
    }
    return roots.stream()
        .filter(Files::isDirectory)
        .map(root -> in(part, root))
        .filter(folders -> folders.skeletons != null)
        .findFirst();
  }

  private static boolean isOfTheSet(Path folder) {
    String name = name(folder);
    return name.equals("data") || name.equals("pku_skeleton_renew") || name.startsWith("skeleton");
  }

  private static PkuFolders in(PkuPart part, Path root) {
    List<Path> folders = new ArrayList<>(List.of(root));
    folders.addAll(folders(root, DEPTH));
    return new PkuFolders(
        holding(part, folders, "skeleton"), holding(part, folders, "label"), splits(part, folders));
  }

  private static Path holding(PkuPart part, List<Path> folders, String word) {
    return folders.stream()
        .filter(folder -> name(folder).contains(word))
        .filter(folder -> !recordings(part, folder).isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static Map<Split, Path> splits(PkuPart part, List<Path> folders) {
    String[] endings = part == PkuPart.TWO ? new String[] {"_v2", ""} : new String[] {""};
    Map<Split, Path> splits = new EnumMap<>(Split.class);
    for (String ending : endings) {
      for (Path folder : folders) {
        for (String word : new String[] {"-", "_"}) {
          Path subject = folder.resolve("cross" + word + "subject" + ending + ".txt");
          Path view = folder.resolve("cross" + word + "view" + ending + ".txt");
          if (Files.isRegularFile(subject)) {
            splits.putIfAbsent(Split.CROSS_SUBJECT, subject);
          }
          if (Files.isRegularFile(view)) {
            splits.putIfAbsent(Split.CROSS_VIEW, view);
          }
        }
      }
    }
    return splits;
  }

  /** Names of the part's recordings that a folder has texts of, in order. */
  static List<String> recordings(PkuPart part, Path folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> texts = Files.newDirectoryStream(folder, "*.txt")) {
      for (Path text : texts) {
        String file = text.getFileName().toString();
        String name = file.substring(0, file.length() - ".txt".length());
        if (part.isRecording(name)) {
          names.add(name);
        }
      }
    } catch (IOException failure) {
      throw new DataFormatException(folder.toString(), "cannot be read: " + failure, failure);
    }
    return names.stream().sorted().toList();
  }

  /** Folders below a folder, in order; none if it is not there. */
  private static List<Path> folders(Path root, int depth) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(root, depth)) {
      return walk.filter(path -> !path.equals(root)).filter(Files::isDirectory).sorted().toList();
    } catch (IOException | UncheckedIOException failure) {
      throw new DataFormatException(root.toString(), "cannot be read: " + failure, failure);
    }
  }

  private static String name(Path folder) {
    return String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
  }
}
