package org.penumbra.skeleton;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields {@code units} and {@code axes} of a layout file. */
final class FrameFields {
  /** All fields of a frame. */
  static final List<String> NAMES = List.of("units", "axes");

  private static final Map<String, Double> METRES = Map.of("m", 1.0, "cm", 0.01, "mm", 0.001);

  private FrameFields() {}

  /** The frame of the file; what it does not say is as in {@code otherwise}. */
  static SourceFrame read(JsonFields fields, SourceFrame otherwise) {
    double metres =
        fields.has("units") ? metres(fields, fields.field("units")) : otherwise.metresPerUnit();
    List<String> axes =
        fields.has("axes") ? fields.names("axes", fields.field("axes")) : otherwise.axes();
    return new SourceFrame(metres, axes);
  }

  private static double metres(JsonFields fields, JsonElement units) {
    if (units.isJsonPrimitive() && units.getAsJsonPrimitive().isNumber()) {
      return units.getAsDouble();
    }
    boolean isText = units.isJsonPrimitive() && units.getAsJsonPrimitive().isString();
    Double known = isText ? METRES.get(units.getAsString().strip().toLowerCase(Locale.ROOT)) : null;
    if (known != null) {
      return known;
    }
    throw fields.wrong(
        "units must be \"m\", \"cm\", \"mm\" or a number of metres per unit, found "
            + JsonFields.shown(units)
            + ".");
  }
}
