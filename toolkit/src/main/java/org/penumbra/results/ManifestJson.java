package org.penumbra.results;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.Hashes;

/** Manifests as JSON that people can read and that notices when it was changed. */
final class ManifestJson {
  private static final int VERSION = 1;
  private static final String CHECK = "sha256 of the above";
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private ManifestJson() {}

  /** Writes it through to the disk, whole or not at all. */
  static void write(Path file, RunManifest manifest) {
    JsonObject json = json(manifest);
    json.addProperty(CHECK, checksum(json));
    byte[] bytes = (GSON.toJson(json) + "\n").getBytes(StandardCharsets.UTF_8);
    AtomicFiles.writeDurably(file, out -> out.write(bytes));
  }

  static RunManifest read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new DataNotFoundException("No manifest of a run at " + file + ".");
    }
    try {
      JsonObject json = JsonParser.parseString(RunFiles.text(file)).getAsJsonObject();
      int version = json.get("version").getAsInt();
      if (version > VERSION) {
        throw new DataFormatException(
            file.toString(),
            "expected a manifest of version "
                + VERSION
                + " or before, found "
                + version
                + "; a newer version of the toolkit wrote it.");
      }
      JsonElement check = json.remove(CHECK);
      if (check == null || !check.getAsString().equals(checksum(json))) {
        throw new DataFormatException(
            file.toString(), "the manifest was changed since it was written.");
      }
      return manifest(json);
    } catch (DataFormatException said) {
      throw said;
    } catch (RuntimeException bad) {
      throw new DataFormatException(
          file.toString(), "no manifest of a run (" + bad.getMessage() + ").", bad);
    }
  }

  private static String checksum(JsonObject json) {
    MessageDigest digest = Hashes.sha256();
    digest.update(GSON.toJson(json).getBytes(StandardCharsets.UTF_8));
    return Fingerprints.hex(digest);
  }

  private static JsonObject json(RunManifest manifest) {
    JsonObject json = new JsonObject();
    json.addProperty("version", VERSION);
    json.addProperty("key", manifest.key().hash());
    json.add("run", key(manifest.key()));
    json.add("seeds", texts(manifest.seeds()));
    json.addProperty("started", manifest.started().toString());
    json.addProperty("seconds", manifest.seconds());
    manifest.peakBytes().ifPresent(peak -> json.addProperty("peak memory in bytes", peak));
    json.addProperty("device", manifest.device());
    json.addProperty("threads", manifest.threads());
    json.add("versions", texts(manifest.versions()));
    JsonObject metrics = new JsonObject();
    manifest.metrics().forEach((name, value) -> metrics.addProperty(name, value.toString()));
    json.add("metrics", metrics);
    json.addProperty("format", manifest.format());
    json.add("files", files(manifest.files()));
    json.add("outputs", texts(manifest.outputs()));
    json.add("parents", parents(manifest.parents()));
    return json;
  }

  private static JsonObject key(RunKey key) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", key.kind());
    json.addProperty("name", key.name());
    json.addProperty("numerics", key.numerics());
    json.add("options", texts(key.options()));
    JsonObject inputs = new JsonObject();
    key.inputs()
        .forEach(
            (part, input) -> {
              JsonObject each = new JsonObject();
              each.addProperty("name", input.name());
              each.addProperty("clips", input.clips());
              each.addProperty("fingerprint", input.fingerprint());
              inputs.add(part, each);
            });
    json.add("inputs", inputs);
    json.add("made from", texts(key.parents()));
    return json;
  }

  private static JsonObject texts(Map<String, String> texts) {
    JsonObject json = new JsonObject();
    texts.forEach(json::addProperty);
    return json;
  }

  private static JsonArray files(List<StoredFile> files) {
    JsonArray json = new JsonArray();
    for (StoredFile file : files) {
      JsonObject each = new JsonObject();
      each.addProperty("name", file.name());
      each.addProperty("size", file.size());
      each.addProperty("sha256", file.sha256());
      json.add(each);
    }
    return json;
  }

  private static JsonArray parents(List<RunParent> parents) {
    JsonArray json = new JsonArray();
    for (RunParent parent : parents) {
      JsonObject each = new JsonObject();
      each.addProperty("part", parent.part());
      each.addProperty("key", parent.key().hash());
      each.add("run", key(parent.key()));
      each.add("parents", parents(parent.parents()));
      json.add(each);
    }
    return json;
  }

  private static RunManifest manifest(JsonObject json) {
    JsonElement peak = json.get("peak memory in bytes");
    return new RunManifest(
        key(json.getAsJsonObject("run")),
        json.get("format").getAsString(),
        Instant.parse(json.get("started").getAsString()),
        json.get("seconds").getAsDouble(),
        peak == null ? OptionalLong.empty() : OptionalLong.of(peak.getAsLong()),
        json.get("device").getAsString(),
        json.get("threads").getAsInt(),
        map(json.get("versions"), JsonElement::getAsString),
        map(json.get("metrics"), value -> Double.valueOf(value.getAsString())),
        map(json.get("outputs"), JsonElement::getAsString),
        list(json.get("parents"), ManifestJson::parent),
        list(
            json.get("files"),
            file ->
                new StoredFile(
                    file.get("name").getAsString(),
                    file.get("size").getAsLong(),
                    file.get("sha256").getAsString())));
  }

  private static RunParent parent(JsonObject json) {
    return new RunParent(
        json.get("part").getAsString(),
        key(json.getAsJsonObject("run")),
        list(json.get("parents"), ManifestJson::parent));
  }

  private static RunKey key(JsonObject json) {
    return new RunKey(
        json.get("kind").getAsString(),
        json.get("name").getAsString(),
        map(json.get("options"), JsonElement::getAsString),
        map(json.get("inputs"), ManifestJson::input),
        map(json.get("made from"), JsonElement::getAsString),
        json.get("numerics").getAsInt());
  }

  private static RunInput input(JsonElement element) {
    JsonObject json = element.getAsJsonObject();
    return new RunInput(
        json.get("name").getAsString(),
        json.get("clips").getAsInt(),
        json.get("fingerprint").getAsString());
  }

  private static <T> SortedMap<String, T> map(JsonElement json, Function<JsonElement, T> value) {
    SortedMap<String, T> map = new TreeMap<>();
    json.getAsJsonObject()
        .entrySet()
        .forEach(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
    return map;
  }

  private static <T> List<T> list(JsonElement json, Function<JsonObject, T> item) {
    List<T> list = new ArrayList<>();
    json.getAsJsonArray().forEach(each -> list.add(item.apply(each.getAsJsonObject())));
    return list;
  }
}
