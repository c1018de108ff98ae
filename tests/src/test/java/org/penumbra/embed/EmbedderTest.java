package org.penumbra.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.model.StGcn;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;

class EmbedderTest {
  private final StGcn encoder =
      new StGcn(SkeletonLayout.KINECT_20, StGcnOptions.published().withSize(4, 8), RandomKey.of(1));

  @AfterEach
  void close() {
    encoder.close();
  }

  private static PreparedDataset data(SkeletonLayout layout, int samples) {
    float[] values = new float[samples * 3 * 10 * layout.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i * 0.11 + i % 13);
    }
    return new PreparedDataset(
        "d",
        layout,
        List.of("a"),
        IntStream.range(0, samples).mapToObj(i -> "c" + i).toList(),
        new int[samples],
        10,
        1,
        values);
  }

  @Test
  void featuresDoNotDependOnHowManyClipsThereAre() {
    float[] many = Embedder.of(encoder).embed(data(SkeletonLayout.KINECT_20, 70)).values();
    float[] few = Embedder.of(encoder).embed(data(SkeletonLayout.KINECT_20, 3)).values();
    float[] head = Arrays.copyOf(many, few.length);
    for (int i = 0; i < few.length; i++) {
      assertThat((double) few[i]).isCloseTo(head[i], within(1e-6));
    }
  }

  @Test
  void droppedJointsAreGoneFromTheGraphWhateverTheirValues() {
    PreparedDataset data = data(SkeletonLayout.KINECT_20, 3);
    PreparedDataset other = data(SkeletonLayout.KINECT_20, 3);
    for (int i = 0; i < other.values().length; i++) {
      other.values()[i] += i % 20 == 7 ? 3 : 0;
    }
    Embedder dropping = Embedder.of(encoder).withoutJoints(List.of(7, 11));
    assertThat(dropping.embed(other).values()).isEqualTo(dropping.embed(data).values());
    assertThat(Embedder.of(encoder).embed(other).values())
        .isNotEqualTo(Embedder.of(encoder).embed(data).values());
    assertThat(dropping.embed(data).values())
        .isNotEqualTo(Embedder.of(encoder).embed(data).values());
    assertThat(Embedder.of(encoder).withoutJoints(List.of()).embed(data).values())
        .isEqualTo(Embedder.of(encoder).embed(data).values());
    assertThatThrownBy(() -> Embedder.of(encoder).withoutJoints(List.of(20)).embed(data))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("dropped joint");
  }

  @Test
  void twentyEmbeddingsLeaveNoTensorBehind() {
    PreparedDataset data = data(SkeletonLayout.KINECT_20, 3);
    int before = encoder.parameters().manager().getManagedArrays().size();
    for (int i = 0; i < 20; i++) {
      Embedder.of(encoder).embed(data);
    }
    assertThat(encoder.parameters().manager().getManagedArrays()).hasSize(before);
  }

  @Test
  void namesOfClipsAreKeptAndClipsCanBeLeftOut() {
    Embeddings all = Embedder.of(encoder).embed(data(SkeletonLayout.KINECT_20, 3));
    assertThat(all.clipNames()).containsExactly("c0", "c1", "c2");
    Embeddings some = all.without(List.of("c1"));
    assertThat(some.clipNames()).containsExactly("c0", "c2");
    assertThat(some.values())
        .startsWith(Arrays.copyOf(all.values(), all.features()))
        .endsWith(Arrays.copyOfRange(all.values(), 2 * all.features(), all.values().length))
        .hasSize(2 * all.features());
  }

  @Test
  void theEncoderStaysAsItIs() {
    String before = encoder.parameters().fingerprint();
    Embedder.of(encoder).embed(data(SkeletonLayout.KINECT_20, 5));
    assertThat(encoder.parameters().fingerprint()).isEqualTo(before);
  }

  @Test
  void anotherLayoutIsRefused() {
    assertThatThrownBy(() -> Embedder.of(encoder).embed(data(SkeletonLayout.NTU_25, 2)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("layout of d must be kinect-20, found 'ntu-25'.");
  }
}
