package org.penumbra.train;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.TrainingException;
import org.penumbra.tensor.Optimiser;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.SafetensorsFile;
import org.penumbra.tensor.TensorScope;

/**
 * A training as it stood at one moment, in one safetensors file: weights and buffers of all its
 * networks and what its optimisers remember, bit by bit, with the run's identity, the position and
 * the history so far as metadata.
 *
 * @param file where it is
 * @param run which training it belongs to
 * @param position where that training stood
 */
public record Checkpoint(Path file, RunIdentity run, TrainingPosition position) {
  private static final String STATE = "state/";
  private static final String OPTIMISER = "optimiser/";

  /**
   * Reads what it is, and checks every bit of it.
   *
   * @throws DataFormatException if it is damaged or no checkpoint
   * @throws TrainingException if a newer version of the toolkit wrote it
   */
  public static Checkpoint read(Path file) {
    return CheckpointMetadata.read(file, open(file).metadata());
  }

  private static SafetensorsFile open(Path file) {
    SafetensorsFile opened = SafetensorsFile.open(file);
    if (!opened.isChecked()) {
      throw new DataFormatException(
          file.toString(), "expected a checksum, which every checkpoint has, found none.");
    }
    return opened;
  }

  /** Writes a file, whole or not at all. */
  static Checkpoint write(
      Path file,
      RunIdentity run,
      TrainingPosition position,
      Map<String, Parameters> state,
      Map<String, Optimiser> optimisers) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    sections(state, optimisers)
        .forEach(
            (section, parameters) ->
                parameters.names().forEach(n -> tensors.put(section + n, parameters.get(n))));
    SafetensorsFile.write(file, tensors, CheckpointMetadata.of(run, position));
    return new Checkpoint(file, run, position);
  }

  /**
   * Overwrites networks and optimisers with what it holds; all of them or, if it does not fit,
   * none.
   *
   * @param state networks by name, as {@link TrainingStep#state()}
   * @param optimisers by the name of what they move; empty if only the networks are wanted
   * @throws TrainingException if it lacks a tensor, has one too many or of another shape
   */
  void restore(Map<String, Parameters> state, Map<String, Optimiser> optimisers) {
    SafetensorsFile reader = open(file);
    Map<String, Parameters> sections = sections(state, optimisers);
    checkFit(reader, sections, !optimisers.isEmpty());
    sections.forEach(
        (section, parameters) -> {
          try (TensorScope scope = TensorScope.open();
              Parameters stored = Parameters.create()) {
            scope.holds();
            for (String name : parameters.names()) {
              stored.addBuffer(name, reader.read(section + name, stored.manager()));
            }
            parameters.copyFrom(stored);
          }
        });
  }

  /**
   * Overwrites networks with what it holds of them, leaving optimisers aside.
   *
   * @param expected which training it must belong to
   * @param state networks by name, as {@link TrainingStep#state()}
   * @throws TrainingException if it belongs to another; the message lists what differs
   */
  public void restoreNetworks(RunIdentity expected, Map<String, Parameters> state) {
    checkRun(expected);
    restore(state, Map.of());
  }

  /** Refuses it if it belongs to another training. */
  void checkRun(RunIdentity expected) {
    List<String> differences = expected.differences(run);
    if (!differences.isEmpty()) {
      throw new TrainingException(
          "Checkpoint "
              + file
              + " belongs to another training:\n  "
              + String.join("\n  ", differences)
              + "\nUse another folder, or delete the checkpoints in this one to start anew.");
    }
  }

  private void checkFit(
      SafetensorsFile reader, Map<String, Parameters> sections, boolean withOptimisers) {
    TreeSet<String> unused = new TreeSet<>(reader.tensors().keySet());
    if (!withOptimisers) {
      unused.removeIf(name -> name.startsWith(OPTIMISER));
    }
    List<String> problems = new ArrayList<>();
    sections.forEach(
        (section, parameters) -> {
          for (String name : parameters.names()) {
            SafetensorsFile.Tensor entry = reader.tensors().get(section + name);
            unused.remove(section + name);
            NDArray own = parameters.get(name);
            String expected = own.getDataType() + " " + own.getShape();
            String found = entry == null ? "nothing" : entry.type() + " " + entry.shape();
            if (!found.equals(expected)) {
              problems.add(section + name + ": expected " + expected + ", found " + found);
            }
          }
        });
    unused.forEach(name -> problems.add(name + ": expected nothing, found a tensor"));
    if (!problems.isEmpty()) {
      throw new TrainingException(
          "Checkpoint "
              + file
              + " does not fit the networks:\n  "
              + String.join("\n  ", problems.subList(0, Math.min(10, problems.size())))
              + "\n"
              + problems.size()
              + " differences; use another folder.");
    }
  }

  private static Map<String, Parameters> sections(
      Map<String, Parameters> state, Map<String, Optimiser> optimisers) {
    Map<String, Parameters> sections = new TreeMap<>();
    state.forEach((name, parameters) -> sections.put(STATE + name + "/", parameters));
    optimisers.forEach(
        (name, optimiser) -> sections.put(OPTIMISER + name + "/", optimiser.state()));
    return sections;
  }
}
