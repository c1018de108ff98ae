package org.penumbra.skeleton;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.core.DataFormatException;

/** The fields of one JSON object; whatever is wrong names the file and the field. */
final class JsonFields {
  private static final int SHOWN = 80; // characters of a wrong value that a message repeats

  private final String place;
  private final JsonObject fields;

  private JsonFields(String place, JsonObject fields) {
    this.place = place;
    this.fields = fields;
  }

  /** Reads the object; an unknown field is refused, so that a misspelt one is not passed over. */
  static JsonFields read(String place, Reader json, List<String> known) {
    // As a tree, not into a class: a kernel may put its own, older Gson first, which knows no
    // records.
    JsonObject fields;
    try {
      fields = new Gson().fromJson(json, JsonObject.class);
    } catch (JsonParseException | ClassCastException failure) {
      throw new DataFormatException(place, "no layout in JSON: " + failure.getMessage(), failure);
    }
    if (fields == null) {
      throw new DataFormatException(place, "the file is empty; expected a layout in JSON.");
    }
    for (String name : fields.keySet()) {
      if (!known.contains(name)) {
        throw new DataFormatException(
            place, "expected fields of " + known + ", found '" + name + "'.");
      }
    }
    return new JsonFields(place, fields);
  }

  String place() {
    return place;
  }

  boolean has(String name) {
    JsonElement value = fields.get(name);
    return value != null && !value.isJsonNull();
  }

  JsonElement field(String name) {
    if (!has(name)) {
      throw wrong("the field '" + name + "' is missing.");
    }
    return fields.get(name);
  }

  String text(String name, JsonElement value) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw wrong(name + " must be text, found " + shown(value));
    }
    return value.getAsString();
  }

  List<String> names(String name, JsonElement value) {
    List<String> names = new ArrayList<>();
    for (JsonElement element : array(name, value)) {
      names.add(text(name, element));
    }
    return names;
  }

  JsonArray array(String name, JsonElement value) {
    if (!value.isJsonArray()) {
      throw wrong(name + " must be a list, found " + shown(value));
    }
    return value.getAsJsonArray();
  }

  static String shown(JsonElement value) {
    String text = value.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " ...";
  }

  DataFormatException wrong(String problem) {
    return new DataFormatException(place, problem);
  }
}
