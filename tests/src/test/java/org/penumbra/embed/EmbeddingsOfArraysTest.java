package org.penumbra.embed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.preprocess.Preprocessing;
import org.penumbra.synthetic.SyntheticActions;

class EmbeddingsOfArraysTest {
  @Test
  void aRowIsThePreparedClip() {
    SkeletonDataset data =
        SyntheticActions.standard().withSubjects(1).withCameras(1).withActions(2).generate();
    Preprocessing preprocessing = Preprocessing.published().withFrames(7);
    PreparedDataset prepared = preprocessing.apply(data);
    Embeddings features = Embeddings.ofArrays(prepared);
    assertThat(features.features()).isEqualTo(prepared.sampleLength());
    assertThat(features.labels()).isEqualTo(data.labels());
    assertThat(features.clipNames()).isEqualTo(prepared.clipNames());
    float[] second = preprocessing.apply(data.clips().get(1));
    for (int i = 0; i < second.length; i++) {
      assertThat(features.values()[second.length + i]).isEqualTo(second[i]);
    }
  }
}
