package org.penumbra.results;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What an accuracy was measured on and how: the identity of a table's cell.
 *
 * <p>Names are kept in the papers' short forms, whatever form they come in: streams {@code J},
 * {@code M}, {@code B}, {@code J+M+B}; data sets {@code ntu60}, {@code ntu120}, {@code pku1},
 * {@code pku2}, {@code nwucla}, others as they are; splits {@code xsub}, {@code xview}, {@code
 * xset}.
 *
 * @param method for instance {@code PSTL}; several streams that are fused count as another method,
 *     {@code 3s-PSTL}
 * @param stream empty or {@code single} where the paper does not say
 * @param dataset may be empty in claims that speak of none
 * @param split empty where the paper does not say
 * @param protocol {@code linear}, {@code finetune}, {@code semi1}, {@code semi10}, {@code
 *     partial-joints}, {@code partial-parts} or {@code supervised}
 * @param settings what else makes it another experiment, by name, for instance {@code imputation}
 *     to {@code knn}; sorted
 */
public record Condition(
    String method,
    String stream,
    String dataset,
    String split,
    String protocol,
    Map<String, String> settings) {

  /** Brings names into their short forms and keeps an unmodifiable sorted copy of the settings. */
  public Condition {
    Objects.requireNonNull(method, "method");
    stream = ShortNames.stream(stream);
    dataset = ShortNames.dataset(dataset);
    split = ShortNames.split(split);
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /** A condition without further settings. */
  public static Condition of(
      String method, String stream, String dataset, String split, String protocol) {
    return new Condition(method, stream, dataset, split, protocol, Map.of());
  }

  /** The same with one more setting, or another value of it. */
  public Condition with(String setting, String value) {
    Map<String, String> more = new TreeMap<>(settings);
    more.put(setting, value);
    return new Condition(method, stream, dataset, split, protocol, more);
  }

  /** The same on other data. */
  public Condition on(String otherDataset, String otherSplit) {
    return new Condition(method, stream, otherDataset, otherSplit, protocol, settings);
  }

  /** Data set and split, as tables print them: {@code ntu60 xsub}. */
  public String data() {
    return (dataset + " " + split).strip();
  }

  /** The value of a key: a part of this record by its name, or a setting; empty if not there. */
  String value(String key) {
    return switch (key) {
      case "method" -> method;
      case "stream" -> stream;
      case "dataset" -> dataset;
      case "split" -> split;
      case "protocol" -> protocol;
      default -> settings.getOrDefault(key, "");
    };
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(method);
    for (String part : new String[] {stream, data(), protocol}) {
      text.append(part.isEmpty() ? "" : ", " + part);
    }
    settings.forEach((name, value) -> text.append(", ").append(name).append(' ').append(value));
    return text.toString();
  }
}
