package org.penumbra.skeleton;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.penumbra.core.DataFormatException;

/** The fields of a layout in JSON, with joints by name; turns names into indices. */
final class LayoutFields {
  private final String place;
  private final JsonObject fields;
  private final List<String> joints;

  LayoutFields(String place, JsonObject fields) {
    this.place = place;
    this.fields = fields;
    this.joints = names("joints", field("joints"));
  }

  SkeletonLayout layout() {
    List<Joint> all = new ArrayList<>();
    for (String joint : joints) {
      all.add(new Joint(all.size(), joint));
    }
    int[] shoulders = pair("shoulders", field("shoulders"));
    return new SkeletonLayout(
        text("name", field("name")),
        all,
        pairs("bones").stream().map(bone -> new Bone(bone[0], bone[1])).toList(),
        index("centre", text("centre", field("centre"))),
        shoulders[0],
        shoulders[1],
        mirror(),
        parts());
  }

  private List<Integer> mirror() {
    List<Integer> mirror = new ArrayList<>();
    for (int v = 0; v < joints.size(); v++) {
      mirror.add(v);
    }
    for (int[] pair : pairs("mirror")) {
      mirror.set(pair[0], pair[1]);
      mirror.set(pair[1], pair[0]);
    }
    return mirror;
  }

  private List<BodyPart> parts() {
    JsonElement value = field("parts");
    if (!value.isJsonObject()) {
      throw new DataFormatException(place, "parts must be an object of lists, found " + value);
    }
    List<BodyPart> parts = new ArrayList<>();
    value
        .getAsJsonObject()
        .entrySet()
        .forEach(
            part -> {
              TreeSet<Integer> members = new TreeSet<>();
              for (String joint : names("parts", part.getValue())) {
                members.add(index("parts", joint));
              }
              parts.add(new BodyPart(part.getKey(), List.copyOf(members)));
            });
    return parts;
  }

  private List<int[]> pairs(String name) {
    List<int[]> pairs = new ArrayList<>();
    for (JsonElement pair : array(name, field(name))) {
      pairs.add(pair(name, pair));
    }
    return pairs;
  }

  private int[] pair(String name, JsonElement value) {
    List<String> pair = names(name, value);
    if (pair.size() != 2) {
      throw new DataFormatException(place, name + " must hold two joints, found " + value);
    }
    return new int[] {index(name, pair.get(0)), index(name, pair.get(1))};
  }

  private List<String> names(String name, JsonElement value) {
    List<String> names = new ArrayList<>();
    for (JsonElement element : array(name, value)) {
      names.add(text(name, element));
    }
    return names;
  }

  private JsonArray array(String name, JsonElement value) {
    if (!value.isJsonArray()) {
      throw new DataFormatException(place, name + " must be a list, found " + value);
    }
    return value.getAsJsonArray();
  }

  private String text(String name, JsonElement value) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw new DataFormatException(place, name + " must be text, found " + value);
    }
    return value.getAsString();
  }

  private int index(String name, String joint) {
    int index = joints.indexOf(joint);
    if (index < 0) {
      throw new DataFormatException(
          place, name + " names '" + joint + "', which is not among joints " + joints);
    }
    return index;
  }

  private JsonElement field(String name) {
    JsonElement value = fields.get(name);
    if (value == null || value.isJsonNull()) {
      throw new DataFormatException(place, "the field '" + name + "' is missing.");
    }
    return value;
  }
}
