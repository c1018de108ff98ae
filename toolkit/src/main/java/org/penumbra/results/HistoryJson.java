package org.penumbra.results;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.penumbra.core.DataFormatException;
import org.penumbra.train.EpochReport;
import org.penumbra.train.HealthReport;
import org.penumbra.train.TrainingHistory;

/** Histories of trainings as JSON; numbers are texts, so that every bit and NaN come back. */
final class HistoryJson {
  private HistoryJson() {}

  static String text(TrainingHistory history) {
    JsonObject json = new JsonObject();
    json.addProperty("interrupted", history.interrupted());
    json.addProperty("seconds", String.valueOf(history.seconds()));
    JsonArray notices = new JsonArray();
    history.notices().forEach(notices::add);
    json.add("notices", notices);
    JsonArray epochs = new JsonArray();
    history.epochs().forEach(epoch -> epochs.add(json(epoch)));
    json.add("epochs", epochs);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json);
  }

  private static JsonObject json(EpochReport report) {
    JsonObject json = new JsonObject();
    json.addProperty("epoch", report.epoch());
    json.addProperty("of", report.epochs());
    json.addProperty("loss", String.valueOf(report.loss()));
    json.addProperty("learning rate", String.valueOf(report.learningRate()));
    json.addProperty("seconds", String.valueOf(report.seconds()));
    json.addProperty("samples per second", String.valueOf(report.samplesPerSecond()));
    report.health().ifPresent(health -> json.add("health", json(health)));
    return json;
  }

  private static JsonObject json(HealthReport health) {
    JsonObject json = new JsonObject();
    json.addProperty("effective rank", String.valueOf(health.effectiveRank()));
    json.addProperty("features", health.features());
    health
        .collapseRatio()
        .ifPresent(ratio -> json.addProperty("collapse ratio", String.valueOf(ratio)));
    health
        .neighbourAccuracy()
        .ifPresent(share -> json.addProperty("neighbour accuracy", String.valueOf(share)));
    return json;
  }

  static TrainingHistory read(Path file) {
    try {
      JsonObject json = JsonParser.parseString(RunFiles.text(file)).getAsJsonObject();
      List<String> notices = new ArrayList<>();
      json.getAsJsonArray("notices").forEach(notice -> notices.add(notice.getAsString()));
      List<EpochReport> epochs = new ArrayList<>();
      json.getAsJsonArray("epochs").forEach(epoch -> epochs.add(report(epoch)));
      return new TrainingHistory(
          epochs, json.get("interrupted").getAsBoolean(), number(json, "seconds"), notices);
    } catch (RuntimeException bad) {
      throw new DataFormatException(
          file.toString(), "no history of a training (" + bad.getMessage() + ").", bad);
    }
  }

  private static EpochReport report(JsonElement element) {
    JsonObject json = element.getAsJsonObject();
    return new EpochReport(
        json.get("epoch").getAsInt(),
        json.get("of").getAsInt(),
        number(json, "loss"),
        number(json, "learning rate"),
        number(json, "seconds"),
        number(json, "samples per second"),
        Optional.ofNullable(json.getAsJsonObject("health")).map(HistoryJson::health));
  }

  private static HealthReport health(JsonObject json) {
    return new HealthReport(
        number(json, "effective rank"),
        json.get("features").getAsInt(),
        optional(json, "collapse ratio"),
        optional(json, "neighbour accuracy"));
  }

  private static double number(JsonObject json, String name) {
    return Double.parseDouble(json.get(name).getAsString());
  }

  private static OptionalDouble optional(JsonObject json, String name) {
    return json.has(name) ? OptionalDouble.of(number(json, name)) : OptionalDouble.empty();
  }
}
