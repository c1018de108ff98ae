package org.penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.RandomKey;
import org.penumbra.data.format.array.PythonNumpy;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.WeightNames;

class EncoderFilesTest {
  private static final StGcnOptions SMALL =
      StGcnOptions.published().withSize(2, 6).withDropout(false);

  /** Reads safetensors with nothing but the format's own description. */
  private static final String READ_SAFETENSORS =
      """
      import json, struct
      def read(path):
          raw = open(path, 'rb').read()
          n = struct.unpack('<Q', raw[:8])[0]
          head = json.loads(raw[8:8 + n])
          about = head.pop('__metadata__', {})
          out = {}
          for name, t in head.items():
              a, b = t['data_offsets']
              kind = {'F32': '<f4', 'F64': '<f8'}[t['dtype']]
              out[name] = np.frombuffer(raw[8 + n + a:8 + n + b], kind).reshape(t['shape'])
          return out, about
      """;

  @TempDir private Path folder;

  private final StGcn network = new StGcn(SkeletonLayout.NTU_25, SMALL, RandomKey.of(3));
  private final StGcn other = new StGcn(SkeletonLayout.NTU_25, SMALL, RandomKey.of(4));

  @AfterEach
  void close() {
    network.close();
    other.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"e.safetensors", "e.npz"})
  void anEncoderIsSavedAndOpened(String name) {
    Path file = folder.resolve(name);
    network.save(file);
    try (StGcn opened = StGcn.open(file, SkeletonLayout.NTU_25)) {
      assertThat(opened.parameters().fingerprint()).isEqualTo(network.parameters().fingerprint());
      assertThat(opened.options().withDropout(false)).isEqualTo(SMALL);
    }
    other.load(file);
    assertThat(other.parameters().fingerprint()).isEqualTo(network.parameters().fingerprint());
  }

  @Test
  void numpyReadsWhatWeWriteBitForBit() throws IOException {
    network.save(folder.resolve("e.safetensors"));
    network.save(folder.resolve("e.npz"));
    String answer =
        PythonNumpy.run(
            READ_SAFETENSORS
                + """
                a, about = read(sys.argv[1])
                b = np.load(sys.argv[2])
                assert list(a) == list(b) and len(a) == 152, len(a)
                for name in a:
                    assert a[name].tobytes() == b[name].tobytes() and a[name].shape == b[name].shape
                print(about['layout'], about['width'], about['features'],
                      repr(float(a['st_gcn_networks.4.tcn.2.weight'][1, 2, 8, 0])))
                """,
            folder.resolve("e.safetensors"),
            folder.resolve("e.npz"));
    float[] weights = network.parameters().get("st_gcn_networks.4.tcn.2.weight").toFloatArray();
    assertThat(answer).isEqualTo("ntu-25 2 6 " + (double) weights[1 * 4 * 9 + 2 * 9 + 8]);
  }

  /**
   * What the published code leaves in a file: prefix, key encoder, queue, head, graph, counters.
   */
  private Path published(String prefix, String graph) throws IOException {
    network.save(folder.resolve("own.npz"));
    Path file = folder.resolve("published.npz");
    String program =
        """
        own = dict(np.load(sys.argv[1]))
        p = '%s'
        out = {p + n: v.astype(np.float64) for n, v in own.items()}
        for n in own:
            if n.endswith('running_mean'):
                out[p + n.replace('running_mean', 'num_batches_tracked')] = np.int64(7)
            if 'encoder_q' in p:
                out[p.replace('_q', '_k') + n] = 0 * own[n]
        out[p + 'fc.0.weight'] = np.ones((6, 6), np.float32)
        out[p + 'fc.0.bias'] = np.ones(6, np.float32)
        out['queue'] = np.ones((4, 8), np.float32)
        out['queue_ptr'] = np.zeros(1, np.int64)
        if 'encoder_q' not in p:
            del out['queue'], out['queue_ptr']
        %s
        np.savez(sys.argv[2], **out)
        """
            .formatted(prefix, graph);
    PythonNumpy.run(program, folder.resolve("own.npz"), file);
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "module.", "encoder_q.", "module.encoder_q."})
  void filesOfThePublishedCodeAreRead(String prefix) throws IOException {
    other.load(published(prefix, ""));
    assertThat(other.parameters().fingerprint()).isEqualTo(network.parameters().fingerprint());
  }

  @Test
  void oneOfSeveralStreamsIsRead() throws IOException {
    Path file = published("encoder_q_motion.", "");
    other.load(file, WeightNames.under("encoder_q_motion."));
    assertThat(other.parameters().fingerprint()).isEqualTo(network.parameters().fingerprint());
    assertThatThrownBy(() -> other.load(file, WeightNames.query()))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("missing: data_bn.weight (75)")
        .hasMessageContaining("missing: edge_importance.9 (3, 25, 25)");
  }

  @Test
  void aGraphOfOtherBonesIsNoticed() throws IOException {
    Path file = published("encoder_q.", "out[p + 'A'] = np.zeros((3, 25, 25), np.float32)");
    assertThatThrownBy(() -> other.load(file))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("the graph A in the file is not that of layout ntu-25");
  }

  @Test
  void theOwnGraphIsAccepted() throws IOException {
    StringBuilder numbers = new StringBuilder();
    for (double value : GraphPartition.spatial(SkeletonLayout.NTU_25)) {
      numbers.append(value).append(',');
    }
    Path file = published("", "out['A'] = np.array([" + numbers + "], '<f4').reshape(3, 25, 25)");
    other.load(file);
    assertThat(other.parameters().fingerprint()).isEqualTo(network.parameters().fingerprint());
  }

  @Test
  void anotherSizeListsEveryDifferenceAndChangesNothing() {
    Path file = folder.resolve("e.safetensors");
    network.save(file);
    try (StGcn wider = new StGcn(SkeletonLayout.NTU_25, SMALL.withSize(4, 6), RandomKey.of(5))) {
      String before = wider.parameters().fingerprint();
      assertThatThrownBy(() -> wider.load(file))
          .isInstanceOf(DataFormatException.class)
          .hasMessageContaining("holds another network")
          .hasMessageContaining(
              "shape of st_gcn_networks.0.gcn.conv.weight: expected (12, 3, 1, 1), found (6, 3, 1,"
                  + " 1)")
          .hasMessageContaining("shape of st_gcn_networks.8.tcn.3.running_var");
      assertThat(wider.parameters().fingerprint()).isEqualTo(before);
    }
  }

  @Test
  void anotherLayoutIsRefused() {
    Path file = folder.resolve("e.safetensors");
    network.save(file);
    assertThatThrownBy(() -> StGcn.open(file, SkeletonLayout.KINECT_20))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("expected weights for the 20 joints of kinect-20, found 25 joints");
  }
}
