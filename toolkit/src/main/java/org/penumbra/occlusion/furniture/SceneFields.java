package org.penumbra.occlusion.furniture;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.core.DataFormatException;

/**
 * Fields of one object of a scene in JSON.
 *
 * @param place what messages name
 * @param fields the object
 */
record SceneFields(String place, JsonObject fields) {
  boolean has(String name) {
    return fields.has(name);
  }

  String text(String name) {
    JsonElement value = fields.get(name);
    if (value == null || !value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw wrong(name, "a text", value);
    }
    return value.getAsString();
  }

  double number(String name) {
    return number(name, fields.get(name));
  }

  SceneFields object(String name) {
    JsonElement value = fields.get(name);
    if (value == null || !value.isJsonObject()) {
      throw wrong(name, "an object", value);
    }
    return new SceneFields(place + ", " + name, value.getAsJsonObject());
  }

  List<SceneFields> objects(String name) {
    List<SceneFields> objects = new ArrayList<>();
    JsonArray array = array(name);
    for (int i = 0; i < array.size(); i++) {
      if (!array.get(i).isJsonObject()) {
        throw wrong(name, "a list of objects", array);
      }
      objects.add(new SceneFields(place + ", " + name + " " + i, array.get(i).getAsJsonObject()));
    }
    return objects;
  }

  List<Double> numbers(String name, int count) {
    JsonArray array = array(name);
    if (array.size() != count) {
      throw wrong(name, count + " numbers", array);
    }
    List<Double> numbers = new ArrayList<>();
    array.forEach(each -> numbers.add(number(name, each)));
    return numbers;
  }

  private JsonArray array(String name) {
    JsonElement value = fields.get(name);
    if (value == null || !value.isJsonArray()) {
      throw wrong(name, "a list", value);
    }
    return value.getAsJsonArray();
  }

  private double number(String name, JsonElement value) {
    if (value == null || !value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
      throw wrong(name, "a number", value);
    }
    try {
      return value.getAsDouble();
    } catch (NumberFormatException notOne) {
      throw wrong(name, "a number", value);
    }
  }

  private DataFormatException wrong(String name, String expected, JsonElement found) {
    return new DataFormatException(
        place,
        "expected '"
            + name
            + "' to be "
            + expected
            + ", found "
            + (found == null ? "none" : found)
            + ".");
  }
}
