package org.penumbra.skeleton;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.penumbra.core.DataFormatException;

/**
 * Reads a {@link SkeletonLayout} from JSON that names every joint:
 *
 * <pre>{@code
 * {"name": "stick-3", "joints": ["hip", "left hand", "right hand"],
 *  "bones": [["left hand", "hip"], ["right hand", "hip"]],
 *  "centre": "hip", "shoulders": ["left hand", "right hand"],
 *  "mirror": [["left hand", "right hand"]],
 *  "parts": {"all": ["hip", "left hand", "right hand"]}}
 * }</pre>
 *
 * Bones are child first; shoulders are left first.
 */
public final class LayoutJson {
  private LayoutJson() {}

  /** The file's fields, by name. */
  private record Fields(
      String name,
      List<String> joints,
      List<List<String>> bones,
      String centre,
      List<String> shoulders,
      List<List<String>> mirror,
      Map<String, List<String>> parts) {}

  static SkeletonLayout resource(String file) {
    try (InputStream in = LayoutJson.class.getResourceAsStream(file);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return read(file, reader);
    } catch (IOException failure) {
      throw new UncheckedIOException("the toolkit's own " + file + " cannot be read", failure);
    }
  }

  /**
   * Reads one layout.
   *
   * @param place what to call the source in messages, for instance the file name
   * @param json the text; the caller closes it
   * @throws DataFormatException if the text is no such JSON, a field is missing or a name is
   *     unknown
   */
  public static SkeletonLayout read(String place, Reader json) {
    Fields fields;
    try {
      fields = new Gson().fromJson(json, Fields.class);
    } catch (JsonParseException failure) {
      throw new DataFormatException(place, "no layout in JSON: " + failure.getMessage(), failure);
    }
    if (fields == null) {
      throw new DataFormatException(place, "the file is empty; expected a layout in JSON.");
    }
    return new Resolver(place, fields).layout();
  }

  /** Turns names into indices. */
  private record Resolver(String place, Fields fields) {
    SkeletonLayout layout() {
      List<Joint> joints = new ArrayList<>();
      for (String joint : present("joints", fields.joints())) {
        joints.add(new Joint(joints.size(), joint));
      }
      List<Bone> bones =
          pairs("bones", fields.bones()).stream().map(p -> new Bone(p[0], p[1])).toList();
      List<String> shoulders = present("shoulders", fields.shoulders());
      if (shoulders.size() != 2) {
        throw new DataFormatException(place, "shoulders must be two joints, left first.");
      }
      return new SkeletonLayout(
          present("name", fields.name()),
          joints,
          bones,
          index("centre", fields.centre()),
          index("shoulders", shoulders.get(0)),
          index("shoulders", shoulders.get(1)),
          mirror(),
          parts());
    }

    private List<Integer> mirror() {
      List<Integer> mirror = new ArrayList<>();
      for (int v = 0; v < fields.joints().size(); v++) {
        mirror.add(v);
      }
      for (int[] pair : pairs("mirror", fields.mirror())) {
        mirror.set(pair[0], pair[1]);
        mirror.set(pair[1], pair[0]);
      }
      return mirror;
    }

    private List<BodyPart> parts() {
      List<BodyPart> parts = new ArrayList<>();
      present("parts", fields.parts())
          .forEach(
              (part, names) -> {
                TreeSet<Integer> joints = new TreeSet<>();
                names.forEach(joint -> joints.add(index("parts", joint)));
                parts.add(new BodyPart(part, List.copyOf(joints)));
              });
      return parts;
    }

    private List<int[]> pairs(String field, List<List<String>> pairs) {
      List<int[]> result = new ArrayList<>();
      for (List<String> pair : present(field, pairs)) {
        if (pair.size() != 2) {
          throw new DataFormatException(place, field + " must hold pairs of joints, found " + pair);
        }
        result.add(new int[] {index(field, pair.get(0)), index(field, pair.get(1))});
      }
      return result;
    }

    private int index(String field, String joint) {
      int index = fields.joints().indexOf(present(field, joint));
      if (index < 0) {
        throw new DataFormatException(
            place, field + " names '" + joint + "', which is not among joints " + fields.joints());
      }
      return index;
    }

    private <T> T present(String field, T value) {
      if (value == null) {
        throw new DataFormatException(place, "the field '" + field + "' is missing.");
      }
      return value;
    }
  }
}
