package org.penumbra.train;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.TrainingException;

/** Identity and position of a training as the texts of a checkpoint; doubles keep every bit. */
final class CheckpointMetadata {
  private static final String FORMAT = "penumbra training checkpoint";
  private static final int VERSION = 1;

  private CheckpointMetadata() {}

  static Map<String, String> of(RunIdentity run, TrainingPosition position) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("format", FORMAT);
    texts.put("version", String.valueOf(VERSION));
    texts.put("key", run.key());
    texts.put("run", facts(run).toString());
    texts.put("epoch", String.valueOf(position.epoch()));
    texts.put("step", String.valueOf(position.step()));
    texts.put("loss_sum", String.valueOf(position.lossSum()));
    texts.put("samples_seen", String.valueOf(position.samplesSeen()));
    texts.put("epoch_seconds", String.valueOf(position.epochSeconds()));
    texts.put("seconds", String.valueOf(position.seconds()));
    texts.put("history", history(position.epochs()).toString());
    return texts;
  }

  static Checkpoint read(Path file, Map<String, String> texts) {
    if (!FORMAT.equals(texts.get("format"))) {
      throw new DataFormatException(file.toString(), "it is not a checkpoint of a training");
    }
    try {
      int version = Integer.parseInt(texts.get("version"));
      if (version > VERSION) {
        throw new TrainingException(
            "Checkpoint "
                + file
                + " has format version "
                + version
                + "; expected at most "
                + VERSION
                + ". A newer version of the toolkit wrote it: use that one, or another folder.");
      }
      Map<String, String> facts = new TreeMap<>();
      parse(texts, "run")
          .getAsJsonObject()
          .entrySet()
          .forEach(fact -> facts.put(fact.getKey(), fact.getValue().getAsString()));
      List<EpochReport> history = new ArrayList<>();
      parse(texts, "history").getAsJsonArray().forEach(epoch -> history.add(report(epoch)));
      TrainingPosition position =
          new TrainingPosition(
              Integer.parseInt(texts.get("epoch")),
              Integer.parseInt(texts.get("step")),
              Double.parseDouble(texts.get("loss_sum")),
              Long.parseLong(texts.get("samples_seen")),
              Double.parseDouble(texts.get("epoch_seconds")),
              Double.parseDouble(texts.get("seconds")),
              history);
      return new Checkpoint(file, new RunIdentity(facts), position);
    } catch (TrainingException newer) {
      throw newer;
    } catch (RuntimeException bad) {
      throw new DataFormatException(
          file.toString(), "its metadata cannot be read (" + bad.getMessage() + ")", bad);
    }
  }

  private static JsonElement parse(Map<String, String> texts, String name) {
    return JsonParser.parseString(texts.get(name));
  }

  private static JsonObject facts(RunIdentity run) {
    JsonObject json = new JsonObject();
    run.facts().forEach(json::addProperty);
    return json;
  }

  private static JsonArray history(List<EpochReport> epochs) {
    JsonArray json = new JsonArray();
    for (EpochReport report : epochs) {
      JsonObject epoch = new JsonObject();
      epoch.addProperty("epoch", report.epoch());
      epoch.addProperty("epochs", report.epochs());
      epoch.addProperty("loss", report.loss());
      epoch.addProperty("learning_rate", report.learningRate());
      epoch.addProperty("seconds", report.seconds());
      epoch.addProperty("samples_per_second", report.samplesPerSecond());
      report.health().ifPresent(health -> epoch.add("health", json(health)));
      json.add(epoch);
    }
    return json;
  }

  private static JsonObject json(HealthReport health) {
    JsonObject json = new JsonObject();
    json.addProperty("effective_rank", health.effectiveRank());
    json.addProperty("features", health.features());
    health.collapseRatio().ifPresent(ratio -> json.addProperty("collapse_ratio", ratio));
    health.neighbourAccuracy().ifPresent(share -> json.addProperty("neighbours", share));
    return json;
  }

  private static EpochReport report(JsonElement element) {
    JsonObject json = element.getAsJsonObject();
    Optional<HealthReport> health =
        Optional.ofNullable(json.getAsJsonObject("health")).map(CheckpointMetadata::health);
    return new EpochReport(
        json.get("epoch").getAsInt(),
        json.get("epochs").getAsInt(),
        json.get("loss").getAsDouble(),
        json.get("learning_rate").getAsDouble(),
        json.get("seconds").getAsDouble(),
        json.get("samples_per_second").getAsDouble(),
        health);
  }

  private static HealthReport health(JsonObject json) {
    return new HealthReport(
        json.get("effective_rank").getAsDouble(),
        json.get("features").getAsInt(),
        optional(json, "collapse_ratio"),
        optional(json, "neighbours"));
  }

  private static OptionalDouble optional(JsonObject json, String name) {
    return json.has(name)
        ? OptionalDouble.of(json.get(name).getAsDouble())
        : OptionalDouble.empty();
  }
}
