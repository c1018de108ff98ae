package org.penumbra.skeleton;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The fields of a layout in JSON, with joints by name; turns names into indices. */
final class LayoutFields {
  /** All fields of a layout. */
  static final List<String> NAMES =
      List.of("name", "joints", "bones", "centre", "shoulders", "mirror", "parts", "comment");

  private final JsonFields fields;
  private final List<String> joints;

  LayoutFields(JsonFields fields) {
    this.fields = fields;
    this.joints = fields.names("joints", fields.field("joints"));
  }

  SkeletonLayout layout() {
    List<Joint> all = new ArrayList<>();
    for (String joint : joints) {
      all.add(new Joint(all.size(), joint));
    }
    int[] shoulders = shoulders();
    return new SkeletonLayout(
        fields.text("name", fields.field("name")),
        all,
        pairs("bones").stream().map(bone -> new Bone(bone[0], bone[1])).toList(),
        index("centre", fields.text("centre", fields.field("centre"))),
        shoulders[0],
        shoulders[1],
        mirror(),
        parts());
  }

  private int[] shoulders() {
    if (fields.has("shoulders")) {
      return pair("shoulders", fields.field("shoulders"));
    }
    int left = joints.indexOf("left shoulder");
    int right = joints.indexOf("right shoulder");
    if (left < 0 || right < 0) {
      throw fields.wrong(
          "the field 'shoulders' is missing and no joints are called 'left shoulder' and 'right "
              + "shoulder'; name the two joints that show where the body faces, left first.");
    }
    return new int[] {left, right};
  }

  private List<Integer> mirror() {
    List<Integer> mirror = new ArrayList<>();
    for (int v = 0; v < joints.size(); v++) {
      mirror.add(v);
    }
    for (int[] pair : fields.has("mirror") ? pairs("mirror") : sides()) {
      mirror.set(pair[0], pair[1]);
      mirror.set(pair[1], pair[0]);
    }
    return mirror;
  }

  /** Left and right by the joints' names; never a guess that there are no sides. */
  private List<int[]> sides() {
    List<int[]> pairs = new ArrayList<>();
    for (String joint : joints) {
      String other = joint.replace("left", "right").replace("Left", "Right");
      if (joints.contains(other) && !other.equals(joint)) {
        pairs.add(new int[] {joints.indexOf(joint), joints.indexOf(other)});
      } else if (joint.toLowerCase(Locale.ROOT).contains("left")) {
        throw fields.wrong(
            "the field 'mirror' is missing and '"
                + joint
                + "' has no counterpart by name; write "
                + "the pairs of joints that swap sides.");
      }
    }
    long rights =
        joints.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains("right")).count();
    if (pairs.isEmpty() || rights != pairs.size()) {
      throw fields.wrong(
          "the field 'mirror' is missing and the joints' names do not say which of them swap "
              + "sides; write the pairs, or [] if there are none.");
    }
    return pairs;
  }

  private List<BodyPart> parts() {
    if (!fields.has("parts")) {
      TreeSet<Integer> all = new TreeSet<>();
      for (int v = 0; v < joints.size(); v++) {
        all.add(v);
      }
      return List.of(new BodyPart("body", List.copyOf(all)));
    }
    JsonElement value = fields.field("parts");
    if (!value.isJsonObject()) {
      throw fields.wrong("parts must be an object of lists, found " + JsonFields.shown(value));
    }
    List<BodyPart> parts = new ArrayList<>();
    value
        .getAsJsonObject()
        .entrySet()
        .forEach(
            part -> {
              TreeSet<Integer> members = new TreeSet<>();
              for (String joint : fields.names("parts", part.getValue())) {
                members.add(index("parts", joint));
              }
              parts.add(new BodyPart(part.getKey(), List.copyOf(members)));
            });
    return parts;
  }

  private List<int[]> pairs(String name) {
    List<int[]> pairs = new ArrayList<>();
    for (JsonElement pair : fields.array(name, fields.field(name))) {
      pairs.add(pair(name, pair));
    }
    return pairs;
  }

  private int[] pair(String name, JsonElement value) {
    List<String> pair = fields.names(name, value);
    if (pair.size() != 2) {
      throw fields.wrong(name + " must hold two joints, found " + JsonFields.shown(value));
    }
    return new int[] {index(name, pair.get(0)), index(name, pair.get(1))};
  }

  private int index(String name, String joint) {
    int index = joints.indexOf(joint);
    if (index < 0) {
      throw fields.wrong(name + " names '" + joint + "', which is not among joints " + joints);
    }
    return index;
  }
}
