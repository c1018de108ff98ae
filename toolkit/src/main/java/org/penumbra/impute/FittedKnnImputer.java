package org.penumbra.impute;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.impute.knn.NanEuclideanSearch;
import org.penumbra.impute.knn.NeighbourSearch;
import org.penumbra.impute.space.PlacedClip;
import org.penumbra.impute.space.RowPlan;
import org.penumbra.impute.space.TrainingFacts;

/** Training clips ready to donate. */
public final class FittedKnnImputer implements FittedImputer {
  private static final long BLOCK_BYTES = 128L << 20; // of clips that are filled together

  private final KnnImputer imputer;
  private final TrainingFacts facts;
  private final RowPlan plan;
  private final DonorRows donors;
  private final NeighbourSearch search;

  private FittedKnnImputer(
      KnnImputer imputer,
      TrainingFacts facts,
      RowPlan plan,
      DonorRows donors,
      NeighbourSearch search) {
    this.imputer = imputer;
    this.facts = facts;
    this.plan = plan;
    this.donors = donors;
    this.search = search;
  }

  static FittedKnnImputer of(
      KnnImputer imputer, SkeletonDataset train, TrainingFacts facts, RowMemory memory) {
    RowPlan plan = new RowPlan(imputer.space(), imputer.padding(), facts);
    DonorRows donors = new DonorRows(train, plan, memory);
    NeighbourSearch search = NanEuclideanSearch.fit(donors, imputer.options());
    return new FittedKnnImputer(imputer, facts, plan, donors, search);
  }

  @Override
  public KnnImputer imputer() {
    return imputer;
  }

  /** Number of training clips. */
  public int donors() {
    return donors.size();
  }

  TrainingFacts facts() {
    return facts;
  }

  @Override
  public List<ImputedClip> imputeBlock(List<SkeletonClip> clips) {
    List<ImputedClip> done = new ArrayList<>();
    int together = (int) Math.max(1, BLOCK_BYTES / ReceiverRows.bytesEach(plan.shape()));
    for (int from = 0; from < clips.size(); from += together) {
      List<SkeletonClip> block = clips.subList(from, Math.min(from + together, clips.size()));
      ReceiverRows rows =
          fill(block, placed -> WantedCells.forFrames(placed, imputer.meetingEnds()));
      done.addAll(
          IntStream.range(0, block.size())
              .parallel()
              .mapToObj(n -> WayBack.of(rows.clip(n), rows.fill(n), imputer.meetingEnds()))
              .toList());
    }
    return List.copyOf(done);
  }

  /**
   * The filled grid itself, which the published pipeline goes on with: (C, G, V, M) in the space of
   * comparison, metres. Cells that mix a hidden frame come from donors; NaN if they have none, and
   * where nothing is there. Ends are not met.
   */
  public float[] grid(SkeletonClip clip) {
    ReceiverRows rows = fill(List.of(clip), WantedCells::onGrid);
    PlacedClip placed = rows.clip(0);
    int cells = plan.shape().cells();
    float[] grid = placed.values().clone();
    for (int i = 0; i < grid.length; i++) {
      if (!placed.isPresent(i % cells)) {
        grid[i] = rows.fill(0).at(i / cells, i % cells);
      }
    }
    return grid;
  }

  private ReceiverRows fill(List<SkeletonClip> clips, Function<PlacedClip, long[]> wanted) {
    clips.forEach(this::check);
    List<PlacedClip> placed = clips.parallelStream().map(plan::place).toList();
    ReceiverRows rows = new ReceiverRows(placed, placed.stream().map(wanted).toList());
    int[] self = clips.stream().mapToInt(clip -> donors.rowOf(clip.name())).toArray();
    search.fill(rows, self, rows);
    return rows;
  }

  private void check(SkeletonClip clip) {
    if (!clip.layout().equals(plan.layout())) {
      throw new InvalidOptionException(
          "layout of clip " + clip.name(),
          plan.layout().name() + " as that of the training clips",
          clip.layout().name());
    }
  }
}
