package org.penumbra.tensor;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How names in a file of weights stand for names of a network. Our names are those of the published
 * code's state dictionaries, so there is little to translate: a prefix to take off, and what
 * belongs to no encoder to leave aside.
 *
 * <table>
 * <caption>Files of the published code</caption>
 * <tr><th>from</th><th>an encoder's name in it</th><th>take</th></tr>
 * <tr><td>PSTL, OPSTL</td><td>{@code st_gcn_networks.0.tcn.0.weight}</td><td>{@link #encoder}</td></tr>
 * <tr><td>SkeletonCLR, AimCLR, CrosSCLR of joints</td>
 *     <td>{@code encoder_q.st_gcn_networks.0.tcn.0.weight}</td><td>{@link #query}</td></tr>
 * <tr><td>CrosSCLR of motion or bones</td>
 *     <td>{@code encoder_q_motion.st_gcn_networks.0.tcn.0.weight}</td>
 *     <td>{@code under("encoder_q_motion.")}</td></tr>
 * </table>
 *
 * Names may also begin with {@code module.}, which training on several GPUs leaves behind.
 *
 * @param prefix taken off; names without it are left aside. Empty: none is
 * @param ignored names, without the prefix, that are left aside: a whole name; with a full stop at
 *     the end, all names that begin so; with one at the start, all that end so
 */
public record WeightNames(String prefix, List<String> ignored) {
  private static final String PARALLEL = "module.";
  private static final String QUERY = "encoder_q.";

  /** The graph's adjacency, the head or classifier, and batch norm's counter of batches. */
  private static final List<String> NO_WEIGHTS = List.of("A", "fc.", ".num_batches_tracked");

  /** Keeps an unmodifiable copy. */
  public WeightNames {
    ignored = List.copyOf(ignored);
  }

  /** Every name stands for itself and none is left aside. */
  public static WeightNames exact() {
    return new WeightNames("", List.of());
  }

  /** A file that holds one encoder: PSTL's, OPSTL's. Adjacency and classifier are left aside. */
  public static WeightNames encoder() {
    return new WeightNames("", NO_WEIGHTS);
  }

  /** The query encoder among all that SkeletonCLR, AimCLR or CrosSCLR keep. */
  public static WeightNames query() {
    return under(QUERY);
  }

  /** The encoder whose names begin with a prefix, for instance {@code encoder_q_bone.}. */
  public static WeightNames under(String prefix) {
    return new WeightNames(prefix, NO_WEIGHTS);
  }

  /** {@link #query} if a file has such names, {@link #encoder} otherwise. */
  public static WeightNames ofEncoderIn(Set<String> names) {
    boolean query = names.stream().anyMatch(name -> plain(name).startsWith(QUERY));
    return query ? query() : encoder();
  }

  /** The network's name for a name in the file; empty if it is left aside. */
  Optional<String> translate(String stored) {
    String name = plain(stored);
    if (!name.startsWith(prefix)) {
      return Optional.empty();
    }
    String own = name.substring(prefix.length());
    boolean aside = ignored.stream().anyMatch(rule -> matches(rule, own));
    return aside ? Optional.empty() : Optional.of(own);
  }

  /** Whether a name in the file is this one of the network's, left aside or not. */
  boolean isNamed(String stored, String own) {
    return plain(stored).equals(prefix + own);
  }

  private static boolean matches(String rule, String name) {
    return name.equals(rule)
        || (rule.endsWith(".") && name.startsWith(rule))
        || (rule.startsWith(".") && name.endsWith(rule));
  }

  private static String plain(String stored) {
    return stored.startsWith(PARALLEL) ? stored.substring(PARALLEL.length()) : stored;
  }
}
