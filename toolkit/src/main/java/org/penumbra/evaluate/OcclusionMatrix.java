package org.penumbra.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.embed.Embedder;
import org.penumbra.embed.Embeddings;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Training occlusion against test occlusion: each row is an encoder and a linear classifier that
 * learned under one condition, judged under every condition. Immutable: {@link #judge} returns a
 * longer matrix.
 *
 * <pre>{@code
 * OcclusionMatrix.with(LinearEvaluation.preset(scale), tests)
 *     .judge("clean", cleanEncoder, cleanTrain)
 *     .judge("furniture", occludedEncoder, occludedTrain)
 *     .table();
 * }</pre>
 */
public final class OcclusionMatrix {
  private final LinearEvaluation evaluation;
  private final Map<String, PreparedDataset> tests;
  private final Map<String, Map<String, LinearResult>> rows;

  private OcclusionMatrix(
      LinearEvaluation evaluation,
      Map<String, PreparedDataset> tests,
      Map<String, Map<String, LinearResult>> rows) {
    this.evaluation = evaluation;
    this.tests = tests;
    this.rows = rows;
  }

  /**
   * A matrix without rows.
   *
   * @param tests the same test clips under each condition, by its name, in the order of columns
   */
  public static OcclusionMatrix with(
      LinearEvaluation evaluation, Map<String, PreparedDataset> tests) {
    Require.notEmpty("test conditions", tests.keySet());
    PreparedDataset first = tests.values().iterator().next();
    tests.forEach(
        (name, test) -> {
          if (!test.clipNames().equals(first.clipNames())) {
            throw new InvalidOptionException(
                "test clips under " + name,
                "the same " + first.size() + " in the same order as under the first condition",
                test.size() + " others");
          }
        });
    return new OcclusionMatrix(evaluation, new LinkedHashMap<>(tests), Map.of());
  }

  /**
   * This matrix and one more row.
   *
   * @param condition of training, for instance the name of the occlusion; new
   * @param encoder frozen
   * @param train clips under this condition
   */
  public OcclusionMatrix judge(String condition, StGcn encoder, PreparedDataset train) {
    if (rows.containsKey(condition)) {
      throw new InvalidOptionException("training condition", "new", condition);
    }
    Embedder embedder = Embedder.of(encoder);
    List<Embeddings> features = new ArrayList<>();
    for (PreparedDataset test : tests.values()) {
      TestClips.check(encoder, train, test);
      features.add(embedder.embed(test));
    }
    List<LinearResult> results = evaluation.evaluate(embedder.embed(train), features);
    Map<String, LinearResult> row = new LinkedHashMap<>();
    for (String test : tests.keySet()) {
      row.put(test, results.get(row.size()));
    }
    Map<String, Map<String, LinearResult>> longer = new LinkedHashMap<>(rows);
    longer.put(condition, row);
    return new OcclusionMatrix(evaluation, tests, longer);
  }

  /**
   * One cell.
   *
   * @throws InvalidOptionException if there is no such row or column; the message lists them
   */
  public LinearResult result(String trainedOn, String testedOn) {
    if (!rows.containsKey(trainedOn)) {
      throw new InvalidOptionException("training condition", "one of " + rows.keySet(), trainedOn);
    }
    if (!tests.containsKey(testedOn)) {
      throw new InvalidOptionException("test condition", "one of " + tests.keySet(), testedOn);
    }
    return rows.get(trainedOn).get(testedOn);
  }

  /** Accuracy after the last epoch with its interval: a row for each training condition. */
  public Table table() {
    Table table =
        Table.create(
            "Training occlusion (rows) against test occlusion: last epoch, % (95 % interval)");
    table.addColumns(StringColumn.create("trained on", rows.keySet()));
    for (String test : tests.keySet()) {
      StringColumn column = StringColumn.create("tested on " + test);
      rows.values().forEach(row -> column.append(cell(row.get(test).last())));
      table.addColumns(column);
    }
    return table;
  }

  private static String cell(Accuracy accuracy) {
    return String.format(Locale.ROOT, "%.1f (%s)", accuracy.percent(), accuracy.intervalText());
  }
}
