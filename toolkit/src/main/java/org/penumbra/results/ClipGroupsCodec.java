package org.penumbra.results;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.DataFormatException;
import org.penumbra.impute.ClipGroups;

/** The group of each clip, as JSON in order of the clips' names. */
final class ClipGroupsCodec implements RunCodec<ClipGroups> {
  private static final String FILE = "groups.json";

  @Override
  public String format() {
    return "clip groups 1";
  }

  @Override
  public void write(ClipGroups groups, Path folder) {
    JsonObject clips = new JsonObject();
    new TreeMap<>(groups.byName()).forEach(clips::addProperty);
    JsonObject json = new JsonObject();
    json.addProperty("groups", groups.count());
    json.add("clips", clips);
    String text = new GsonBuilder().setPrettyPrinting().create().toJson(json);
    AtomicFiles.writeText(folder.resolve(FILE), text);
  }

  @Override
  public ClipGroups read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      JsonObject json = JsonParser.parseString(RunFiles.text(file)).getAsJsonObject();
      Map<String, Integer> byName = new HashMap<>();
      json.getAsJsonObject("clips")
          .entrySet()
          .forEach(clip -> byName.put(clip.getKey(), clip.getValue().getAsInt()));
      return new ClipGroups(json.get("groups").getAsInt(), byName);
    } catch (RuntimeException bad) {
      throw new DataFormatException(
          file.toString(), "no groups of clips (" + bad.getMessage() + ").", bad);
    }
  }

  @Override
  public Map<String, String> outputs(ClipGroups groups) {
    return Map.of("groups", groups.identity());
  }

  @Override
  public Map<String, Double> metrics(ClipGroups groups) {
    return Map.of("groups", (double) groups.count(), "clips", (double) groups.byName().size());
  }
}
