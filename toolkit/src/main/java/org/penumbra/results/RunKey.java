package org.penumbra.results;

import java.security.MessageDigest;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penumbra.core.Hashes;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.embed.Embeddings;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;

/**
 * What is asked of a run: all that its result depends on. Two questions with the same key have the
 * same answer; any other option, bit of the data or version of the numerics gives another key.
 *
 * <pre>{@code
 * RunKey key = RunKey.of("quality", "imputation on NW-UCLA")
 *     .options("occlusion", FurnitureOcclusion.medium())
 *     .data("test", clips);
 * }</pre>
 *
 * @param kind what is done, for instance {@code pretrain}; lower-case letters, digits and hyphens
 * @param name for people and tables; does not count
 * @param options name and value of each option; the order does not count
 * @param inputs what it is computed from, by the part it plays
 * @param parents hashes of other runs that it is made from, by the part they play; only needed
 *     where the inputs do not tell
 * @param numerics version of the computations, {@link #NUMERICS}
 */
public record RunKey(
    String kind,
    String name,
    SortedMap<String, String> options,
    SortedMap<String, RunInput> inputs,
    SortedMap<String, String> parents,
    int numerics) {
  /**
   * Version of what the toolkit computes. Raise it when the same options and data give other
   * numbers than before: a mended formula, another order of random draws, another default that no
   * option names, another engine. Not for speed, messages, files or new options. All runs that are
   * kept are then computed anew.
   */
  public static final int NUMERICS = 2;

  private static final int ID_DIGITS = 16;

  /** Checks the kind and keeps sorted copies. */
  public RunKey {
    if (!kind.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new InvalidOptionException(
          "kind of a run", "lower-case letters, digits and hyphens, at most 40", kind);
    }
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    parents = Collections.unmodifiableSortedMap(new TreeMap<>(parents));
  }

  /** A key without options. */
  public static RunKey of(String kind, String name) {
    return new RunKey(kind, name, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), NUMERICS);
  }

  /**
   * This with one option more.
   *
   * @throws InvalidOptionException if there is one of that name
   */
  public RunKey option(String option, String value) {
    return with(Map.of(option, value), inputs, parents);
  }

  /**
   * This with the options of a record, part by part, as {@code name.part}.
   *
   * @param name of the record among the options
   * @throws InvalidOptionException if some part cannot be told apart for certain, or a name is
   *     taken
   */
  public RunKey options(String name, Object record) {
    return with(CanonicalText.of(name, record), inputs, parents);
  }

  /** This with clips as input. */
  public RunKey data(String part, SkeletonDataset clips) {
    return input(part, new RunInput(clips.name(), clips.size(), Fingerprints.of(clips)));
  }

  /** This with prepared clips as input. */
  public RunKey data(String part, PreparedDataset clips) {
    return input(part, new RunInput(clips.name(), clips.size(), Fingerprints.of(clips)));
  }

  /** This with features as input. */
  public RunKey features(String part, Embeddings features) {
    String fingerprint = Fingerprints.of(features);
    String text = features.features() + " features";
    return input(part, new RunInput(text, features.size(), fingerprint));
  }

  /** This with an encoder as input, by its weights. */
  public RunKey encoder(String part, StGcn encoder) {
    String text = "encoder of " + encoder.features() + " features";
    return input(part, new RunInput(text, 0, Fingerprints.of(encoder)));
  }

  /**
   * This with an input more.
   *
   * @param part that it plays, for instance {@code train}
   * @throws InvalidOptionException if there is one that plays it
   */
  public RunKey input(String part, RunInput input) {
    SortedMap<String, RunInput> more = new TreeMap<>(inputs);
    unused("input", part, more.put(part, input));
    return new RunKey(kind, name, options, more, parents, numerics);
  }

  /** This with another run that it is made from. */
  public RunKey parent(String part, RunKey run) {
    SortedMap<String, String> more = new TreeMap<>(parents);
    unused("parent", part, more.put(part, run.hash()));
    return new RunKey(kind, name, options, inputs, more, numerics);
  }

  private RunKey with(
      Map<String, String> added,
      SortedMap<String, RunInput> sameInputs,
      SortedMap<String, String> sameParents) {
    SortedMap<String, String> more = new TreeMap<>(options);
    added.forEach((option, value) -> unused("option", option, more.put(option, value)));
    return new RunKey(kind, name, more, sameInputs, sameParents, numerics);
  }

  private static void unused(String what, String found, Object former) {
    if (former != null) {
      throw new InvalidOptionException(what + " of a run", "given once", found + " twice");
    }
  }

  /** SHA-256 over all that counts, in hexadecimal. */
  public String hash() {
    MessageDigest digest = Hashes.sha256();
    Fingerprints.text(digest, "penumbra run 1");
    Fingerprints.text(digest, kind);
    Fingerprints.text(digest, String.valueOf(numerics));
    part(digest, "options", options);
    SortedMap<String, String> contents = new TreeMap<>();
    inputs.forEach((part, input) -> contents.put(part, input.fingerprint()));
    part(digest, "inputs", contents);
    part(digest, "parents", parents);
    return Fingerprints.hex(digest);
  }

  private static void part(MessageDigest digest, String title, SortedMap<String, String> texts) {
    Fingerprints.text(digest, title + " " + texts.size());
    texts.forEach(
        (option, value) -> {
          Fingerprints.text(digest, option);
          Fingerprints.text(digest, value);
        });
  }

  /** Kind and first 16 digits of the hash, for instance {@code pretrain/0123456789abcdef}. */
  public String id() {
    return kind + "/" + hash().substring(0, ID_DIGITS);
  }
}
