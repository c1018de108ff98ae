package org.penumbra.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.penumbra.core.Hashes;
import org.penumbra.preprocess.PreparedDataset;

/**
 * Which training a checkpoint belongs to: the method with all its settings, and the data's content.
 * Two trainings of one identity give the same weights, so one may go on where the other stopped.
 *
 * @param facts name and value of everything that the weights depend on
 */
public record RunIdentity(Map<String, String> facts) {
  /** Keeps a sorted, unmodifiable copy. */
  public RunIdentity {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /**
   * Identity of a training.
   *
   * @param method its name
   * @param settings all that can be set, best a record of records: each value is then compared
   *     alone
   * @param data what it learns from; all of it is read
   */
  public static RunIdentity of(String method, Object settings, PreparedDataset data) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("method", method);
    RecordFacts.add(settings instanceof Record ? "" : "settings", settings, facts);
    facts.put("data: clips", String.valueOf(data.size()));
    facts.put("data: frames", String.valueOf(data.frames()));
    facts.put("data: bodies", String.valueOf(data.bodies()));
    facts.put("data: layout", data.layout().name() + " " + layout(data));
    facts.put("data: content", content(data));
    return new RunIdentity(facts);
  }

  /** SHA-256 of all facts, in hexadecimal. */
  public String key() {
    MessageDigest digest = Hashes.sha256();
    facts.forEach(
        (name, value) ->
            digest.update((name + "\0" + value + "\0").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** One line for each fact in which another training differs; empty if it is the same one. */
  public List<String> differences(RunIdentity found) {
    TreeSet<String> names = new TreeSet<>(facts.keySet());
    names.addAll(found.facts.keySet());
    List<String> lines = new ArrayList<>();
    for (String name : names) {
      String expected = facts.getOrDefault(name, "nothing");
      String other = found.facts.getOrDefault(name, "nothing");
      if (!expected.equals(other)) {
        lines.add(name + ": expected " + expected + ", found " + other);
      }
    }
    return lines;
  }

  private static String layout(PreparedDataset data) {
    MessageDigest digest = Hashes.sha256();
    digest.update(data.layout().toString().getBytes(StandardCharsets.UTF_8));
    return shortened(digest);
  }

  /** Of coordinates and labels; names of clips do not matter to any method. */
  private static String content(PreparedDataset data) {
    MessageDigest digest = Hashes.sha256();
    float[] sample = new float[data.sampleLength()];
    ByteBuffer bytes =
        ByteBuffer.allocate(sample.length * Float.BYTES + Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    int[] labels = data.labels();
    for (int n = 0; n < data.size(); n++) {
      data.copyTo(n, sample, 0);
      bytes.clear();
      bytes.asFloatBuffer().put(sample);
      bytes.putInt(sample.length * Float.BYTES, labels[n]);
      digest.update(bytes);
    }
    return shortened(digest);
  }

  private static String shortened(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }
}
