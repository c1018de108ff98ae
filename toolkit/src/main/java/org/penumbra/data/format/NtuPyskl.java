package org.penumbra.data.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.data.DatasetSource;
import org.penumbra.data.OpenOptions;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.SkeletonLayout;

/** NTU RGB+D as an annotation pickle of PYSKL, see {@link Pyskl}. */
abstract class NtuPyskl implements DatasetSource {
  private final int version;

  NtuPyskl(int version) {
    this.version = version;
  }

  private String file() {
    return "ntu" + version + "_3danno.pkl";
  }

  @Override
  public String name() {
    return "ntu-" + version + "-pyskl";
  }

  @Override
  public String description() {
    return "NTU RGB+D " + version + " as PYSKL's annotation pickle; for research use.";
  }

  @Override
  public String howToGet() {
    return "Get "
        + file()
        + ", which the README of PYSKL links to, and put it into the data folder or its subfolder "
        + name()
        + ".";
  }

  @Override
  public boolean isIn(Path dataFolder) {
    return find(dataFolder).isPresent();
  }

  private Optional<Path> find(Path dataFolder) {
    return List.of(dataFolder.resolve(file()), dataFolder.resolve(name()).resolve(file())).stream()
        .filter(Files::isRegularFile)
        .findFirst();
  }

  @Override
  public SkeletonDataset open(Path dataFolder, OpenOptions options) {
    Path file =
        find(dataFolder)
            .orElseThrow(
                () ->
                    new DataNotFoundException(
                        "No " + name() + " in " + dataFolder + ". " + howToGet()));
    SkeletonDataset data =
        Pyskl.read(file, name(), SkeletonLayout.NTU_25, NtuClasses.numbered(version));
    return CheckedClips.of(data, options);
  }
}
