package org.penumbra.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.data.NtuName;

/** Which clips there are. */
final class ClipNames {
  private ClipNames() {}

  /** All of them, in order of their text. */
  static List<NtuName> of(SyntheticActions options) {
    List<NtuName> names = new ArrayList<>();
    for (int subject = 1; subject <= options.subjects(); subject++) {
      for (int repetition = 1; repetition <= options.repetitions(); repetition++) {
        int setup = Setup.numberOf(subject, repetition, options.setups());
        for (int camera = 1; camera <= options.cameras(); camera++) {
          for (int action = 1; action <= options.actions(); action++) {
            names.add(new NtuName(setup, camera, subject, repetition, action));
          }
        }
      }
    }
    names.sort(
        Comparator.comparingInt(NtuName::setup)
            .thenComparingInt(NtuName::camera)
            .thenComparingInt(NtuName::subject)
            .thenComparingInt(NtuName::repetition)
            .thenComparingInt(NtuName::action));
    return names;
  }

  /**
   * Checks that there is such a clip.
   *
   * @throws InvalidOptionException if not; the message names the number that is outside
   */
  static void check(NtuName name, SyntheticActions options) {
    Require.inRange("camera of clip " + name, name.camera(), 1, options.cameras());
    Require.inRange("subject of clip " + name, name.subject(), 1, options.subjects());
    Require.inRange("repetition of clip " + name, name.repetition(), 1, options.repetitions());
    Require.inRange("action of clip " + name, name.action(), 1, options.actions());
    int setup = Setup.numberOf(name.subject(), name.repetition(), options.setups());
    if (name.setup() != setup) {
      throw new InvalidOptionException(
          "setup of clip " + name,
          setup + ", in which subject " + name.subject() + " does repetition " + name.repetition(),
          name.setup());
    }
  }
}
