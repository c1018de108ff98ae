package org.penumbra.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Builds results for scripts: lower-case names with underscores, in a fixed order. */
final class JsonResult {
  private final JsonObject json = new JsonObject();

  JsonResult with(String name, String value) {
    json.addProperty(name, value);
    return this;
  }

  /** A number; one that is NaN, for instance an error of nothing, becomes null. */
  JsonResult with(String name, Number value) {
    boolean known = Double.isFinite(value.doubleValue());
    json.addProperty(name, known ? value : null);
    return this;
  }

  JsonResult with(String name, boolean value) {
    json.addProperty(name, value);
    return this;
  }

  JsonResult with(String name, JsonElement value) {
    json.add(name, value);
    return this;
  }

  JsonResult with(String name, Collection<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return with(name, array);
  }

  JsonResult with(String name, Map<String, ? extends Object> values) {
    JsonObject object = new JsonObject();
    values.forEach(
        (key, value) -> {
          if (value instanceof Number number) {
            object.addProperty(key, Double.isFinite(number.doubleValue()) ? number : null);
          } else {
            object.addProperty(key, String.valueOf(value));
          }
        });
    return with(name, object);
  }

  JsonObject json() {
    return json;
  }

  /** The rows of a table, each with the columns' names as fields. */
  static JsonArray rows(Table table) {
    JsonArray rows = new JsonArray();
    for (Row row : table) {
      JsonObject object = new JsonObject();
      for (Column<?> column : table.columns()) {
        Object value = column.isMissing(row.getRowNumber()) ? null : column.get(row.getRowNumber());
        if (value instanceof Number number) {
          object.addProperty(field(column.name()), number);
        } else {
          object.addProperty(field(column.name()), value == null ? null : value.toString());
        }
      }
      rows.add(object);
    }
    return rows;
  }

  /** A column's name as a field: {@code how to get it} is {@code how_to_get_it}. */
  static String field(String column) {
    String words = column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return words.replaceAll("^_|_$", "");
  }
}
