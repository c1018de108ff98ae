package org.penumbra.skeleton;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;

/**
 * What a {@code NAME.layout.json} says about a file of clips beside it: which joints, in which
 * units and axes, and optionally the classes by label.
 *
 * <pre>{@code
 * {"layout": "ntu-25", "units": "mm", "axes": ["-x", "-y", "z"]}
 * }</pre>
 *
 * {@code layout} is the name of a built-in layout ({@link SkeletonLayout#named}) or a JSON file
 * beside this one; instead of it the file may hold the fields of a layout itself, as {@link
 * LayoutJson} reads them. {@code units} is {@code "m"} (the default), {@code "cm"}, {@code "mm"} or
 * a number of metres; {@code axes} is explained at {@link SourceFrame}; {@code classes} is a list
 * of class names by label.
 *
 * @param layout which joints
 * @param frame units and axes
 * @param classNames names of the classes by label; empty if the file does not say
 */
public record LayoutFile(SkeletonLayout layout, SourceFrame frame, List<String> classNames) {
  private static final int MOST_BYTES = 1 << 20;

  private static final List<String> KNOWN =
      Stream.of(LayoutFields.NAMES, FrameFields.NAMES, List.of("layout", "classes"))
          .flatMap(List::stream)
          .toList();

  /** Keeps an unmodifiable copy of the class names. */
  public LayoutFile {
    Objects.requireNonNull(layout, "layout");
    Objects.requireNonNull(frame, "frame");
    classNames = List.copyOf(classNames);
  }

  /** A layout in metres and our own axes, without class names. */
  public static LayoutFile of(SkeletonLayout layout) {
    return new LayoutFile(layout, SourceFrame.metres(), List.of());
  }

  /**
   * Reads a layout file.
   *
   * @throws DataNotFoundException if it is not there
   * @throws DataFormatException if it is no such JSON; the message names the file and the field
   */
  public static LayoutFile read(Path file) {
    return parse(file, text(file), true);
  }

  /** As {@link #read}, of a text that was read before; the path is for messages and neighbours. */
  static LayoutFile parse(Path file, String json, boolean mayRefer) {
    JsonFields fields = JsonFields.read(file.toString(), new StringReader(json), KNOWN);
    LayoutFile base =
        fields.has("layout") && mayRefer
            ? base(file, fields)
            : LayoutFile.of(LayoutJson.layout(fields));
    if (fields.has("layout") && fields.has("joints")) {
      throw fields.wrong("expected either 'layout' or 'joints', found both.");
    }
    try {
      return new LayoutFile(
          base.layout,
          FrameFields.read(fields, base.frame),
          fields.has("classes")
              ? fields.names("classes", fields.field("classes"))
              : base.classNames);
    } catch (InvalidOptionException wrong) {
      throw new DataFormatException(file.toString(), wrong.getMessage(), wrong);
    }
  }

  private static LayoutFile base(Path file, JsonFields fields) {
    String name = fields.text("layout", fields.field("layout"));
    if (name.endsWith(".json") && name.indexOf(0) < 0) {
      Path other = file.resolveSibling(name);
      return parse(other, text(other), false);
    }
    try {
      return LayoutFile.of(SkeletonLayout.named(name));
    } catch (InvalidOptionException unknown) {
      throw new DataFormatException(file.toString(), unknown.getMessage(), unknown);
    }
  }

  private static String text(Path file) {
    if (!Files.exists(file)) {
      throw new DataNotFoundException(
          "No layout file "
              + file
              + ". It says which joints the clips have, for instance {\"layout\": \"ntu-25\", "
              + "\"units\": \"m\"}; datasets/README.md explains how to write your own.");
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new DataFormatException(
            file.toString(), "expected a layout in JSON of at most 1 MiB, found a larger file.");
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException failure) {
      throw new DataFormatException(
          file.toString(), "cannot be read as UTF-8 text: " + failure, failure);
    }
  }

  /** Writes a file that {@link #read} reads as this. */
  public void write(Path file) {
    AtomicFiles.writeText(file, LayoutText.of(this));
  }
}
