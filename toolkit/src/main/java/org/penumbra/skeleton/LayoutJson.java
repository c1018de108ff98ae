package org.penumbra.skeleton;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    return new LayoutFields(place, fields).layout();
  }
}
