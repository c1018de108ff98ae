package org.penumbra.skeleton;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;

/** A {@link LayoutFile} as JSON. */
final class LayoutText {
  private LayoutText() {}

  static String of(LayoutFile file) {
    JsonObject json = new JsonObject();
    if (SkeletonLayout.builtIn().contains(file.layout())) {
      json.addProperty("layout", file.layout().name());
    } else {
      layout(json, file.layout());
    }
    json.addProperty("units", file.frame().metresPerUnit());
    json.add("axes", names(file.frame().axes()));
    if (!file.classNames().isEmpty()) {
      json.add("classes", names(file.classNames()));
    }
    return new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(json) + "\n";
  }

  private static void layout(JsonObject json, SkeletonLayout layout) {
    json.addProperty("name", layout.name());
    json.add("joints", names(layout.joints().stream().map(Joint::name).toList()));
    JsonArray bones = new JsonArray();
    layout.bones().forEach(bone -> bones.add(joints(layout, bone.child(), bone.parent())));
    json.add("bones", bones);
    json.addProperty("centre", layout.joints().get(layout.centre()).name());
    json.add("shoulders", joints(layout, layout.leftShoulder(), layout.rightShoulder()));
    JsonArray mirror = new JsonArray();
    for (int v = 0; v < layout.size(); v++) {
      if (layout.mirror().get(v) > v) {
        mirror.add(joints(layout, v, layout.mirror().get(v)));
      }
    }
    json.add("mirror", mirror);
    JsonObject parts = new JsonObject();
    for (BodyPart part : layout.parts()) {
      int[] members = part.joints().stream().mapToInt(Integer::intValue).toArray();
      parts.add(part.name(), joints(layout, members));
    }
    json.add("parts", parts);
  }

  private static JsonArray joints(SkeletonLayout layout, int... indices) {
    return names(Arrays.stream(indices).mapToObj(v -> layout.joints().get(v).name()).toList());
  }

  private static JsonArray names(List<String> names) {
    JsonArray array = new JsonArray();
    names.forEach(array::add);
    return array;
  }
}
