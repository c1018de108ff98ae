package org.penumbra.skeleton;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.InvalidOptionException;

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
 * Bones are child first; shoulders are left first. Three fields may be missing: {@code shoulders}
 * if there are joints called {@code left shoulder} and {@code right shoulder}, {@code mirror} if
 * left and right are in the joints' names, {@code parts} for one part {@code body}. A {@code
 * comment} is passed over, and so are {@code units}, {@code axes} and {@code classes}, which
 * describe a file of clips rather than a layout: see {@link LayoutFile}.
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
   * @throws DataFormatException if the text is no such JSON, a field is missing or unknown, a name
   *     is unknown, or the joints and bones are no skeleton
   */
  public static SkeletonLayout read(String place, Reader json) {
    List<String> known =
        Stream.of(LayoutFields.NAMES, FrameFields.NAMES, List.of("classes"))
            .flatMap(List::stream)
            .toList();
    return layout(JsonFields.read(place, json, known));
  }

  static SkeletonLayout layout(JsonFields fields) {
    try {
      return new LayoutFields(fields).layout();
    } catch (InvalidOptionException wrong) {
      throw new DataFormatException(fields.place(), wrong.getMessage(), wrong);
    }
  }
}
