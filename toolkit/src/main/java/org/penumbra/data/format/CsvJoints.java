package org.penumbra.data.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.skeleton.SkeletonLayout;

/** Finds the joint of a row, by name or else by index from 0. */
final class CsvJoints {
  private final List<byte[]> names = new ArrayList<>();
  private final Map<String, Integer> indices = new HashMap<>();
  private int expected;

  CsvJoints(SkeletonLayout layout) {
    for (int v = 0; v < layout.size(); v++) {
      indices.put(String.valueOf(v), v);
    }
    layout.joints().forEach(joint -> indices.put(joint.name(), joint.index()));
    layout.joints().forEach(joint -> names.add(joint.name().getBytes(StandardCharsets.UTF_8)));
  }

  int of(CsvRow row) {
    // Rows mostly come in the order of the joints, and then no text need be made of their names.
    if (row.equals(CsvColumn.JOINT, names.get(expected))) {
      int joint = expected;
      expected = (expected + 1) % names.size();
      return joint;
    }
    Integer joint = indices.get(row.text(CsvColumn.JOINT));
    if (joint == null) {
      throw row.wrong(
          CsvColumn.JOINT,
          "a joint's name or its number from 0 to "
              + (names.size() - 1)
              + "; the names are "
              + names.stream().map(name -> new String(name, StandardCharsets.UTF_8)).toList());
    }
    expected = (joint + 1) % names.size();
    return joint;
  }
}
