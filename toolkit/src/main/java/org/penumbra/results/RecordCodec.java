package org.penumbra.results;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.PenumbraException;

/** Records as one JSON file; doubles keep every bit. */
class RecordCodec<T extends Record> implements RunCodec<T> {
  private static final String FILE = "result.json";
  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .serializeNulls() // so that a part that a file lacks is noticed
          .serializeSpecialFloatingPointValues()
          .create();

  private final Class<T> type;

  RecordCodec(Class<T> type) {
    this.type = type;
  }

  /** Names of the parts are in it: a record that has grown is another form. */
  @Override
  public String format() {
    String parts =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.joining(", "));
    return "json " + type.getName() + "(" + parts + ")";
  }

  @Override
  public void write(T value, Path folder) {
    AtomicFiles.writeText(folder.resolve(FILE), GSON.toJson(value, type));
  }

  @Override
  public T read(Path folder) {
    Path file = folder.resolve(FILE);
    String text = RunFiles.text(file);
    try {
      T value = GSON.fromJson(text, type);
      if (GSON.toJson(value, type).equals(text)) {
        return value;
      }
    } catch (JsonParseException | PenumbraException | NullPointerException bad) {
      throw new DataFormatException(
          file.toString(), "no " + type.getSimpleName() + ": " + bad.getMessage(), bad);
    }
    throw new DataFormatException(
        file.toString(), "it is not what " + type.getSimpleName() + " would write.");
  }
}
