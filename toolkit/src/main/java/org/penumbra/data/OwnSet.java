package org.penumbra.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.penumbra.core.DataFormatException;
import org.penumbra.skeleton.LayoutFile;

/**
 * A data set that a user made: one file in the data folder with a layout file beside it, and, if it
 * can be divided, a {@code NAME.splits.json} as {@link SplitRules} reads it.
 */
final class OwnSet implements DatasetSource {
  private final List<Content> contents;

  OwnSet(List<Content> contents) {
    this.contents = contents;
  }

  /** A file that holds a set of this name, and what reads it. */
  record Content(String name, Path file, OwnSetReader reader) {
    Path layout() {
      return file.resolveSibling(name + ".layout.json");
    }

    Path splits() {
      return file.resolveSibling(name + ".splits.json");
    }
  }

  @Override
  public String name() {
    return contents.get(0).name();
  }

  @Override
  public String description() {
    return "Your own: " + contents.get(0).file().getFileName() + ".";
  }

  @Override
  public String howToGet() {
    return "Put "
        + contents.get(0).layout().getFileName()
        + " beside it, which says which joints it has.";
  }

  @Override
  public List<Path> places(Path dataFolder) {
    Content content = contents.get(0);
    if (!Files.exists(content.layout())) {
      return List.of();
    }
    return Files.exists(content.splits())
        ? List.of(content.file(), content.layout(), content.splits())
        : List.of(content.file(), content.layout());
  }

  @Override
  public SkeletonDataset open(Path dataFolder, OpenOptions options) {
    if (contents.size() > 1) {
      List<Path> files = contents.stream().map(Content::file).toList();
      throw new DataFormatException(
          name(), "expected one file of this name, found " + files + "; rename all but one.");
    }
    Content content = contents.get(0);
    LayoutFile layout = LayoutFile.read(content.layout());
    SkeletonDataset data = content.reader().read(content.name(), content.file(), layout, options);
    return Files.exists(content.splits())
        ? data.withSplits(SplitRules.read(content.splits()))
        : data;
  }
}
