package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.core.RandomKey;
import org.penumbra.model.MemoryBank;
import org.penumbra.pretrain.CrossMocoEncoders.Embeddings;
import org.penumbra.tensor.Parameters;

/**
 * CrossMoCo's memory banks (Table III). What one or three hold the paper does not say; here
 *
 * <ul>
 *   <li>two banks hold the keys of the ST-GCN and the keys of the ST-MLP, each by itself: a query
 *       is compared with the bank from which its key comes;
 *   <li>one bank holds both, those of the ST-GCN before those of the ST-MLP at each step, and every
 *       query is compared with it; it reaches back half as many steps;
 *   <li>three are these two and that one: a query is compared with its own bank and with the mixed
 *       one, so it meets twice as many negatives.
 * </ul>
 */
final class CrossMocoBanks implements AutoCloseable {
  private static final String GCN = "bank-gcn";
  private static final String MLP = "bank-mlp";
  private static final String MIXED = "bank-mixed";

  private final Map<String, MemoryBank> banks = new LinkedHashMap<>();

  /**
   * Banks of random directions.
   *
   * @param number 1 to 3
   * @param size keys in each
   * @param width length of a key
   */
  CrossMocoBanks(int number, int size, int width, RandomKey seed) {
    List<String> names = new ArrayList<>(number > 1 ? List.of(GCN, MLP) : List.of());
    if (number != 2) {
      names.add(MIXED);
    }
    names.forEach(name -> banks.put(name, new MemoryBank(size, width, seed.with(name))));
  }

  /** What queries that meet keys of the ST-GCN are compared with. */
  List<NDArray> ofGcn() {
    return of(GCN);
  }

  /** What queries that meet keys of the ST-MLP are compared with. */
  List<NDArray> ofMlp() {
    return of(MLP);
  }

  private List<NDArray> of(String own) {
    List<NDArray> rows = new ArrayList<>();
    for (String name : List.of(own, MIXED)) {
      if (banks.containsKey(name)) {
        rows.add(banks.get(name).rows());
      }
    }
    return rows;
  }

  /** The keys of a step replace the oldest. */
  void enqueue(Embeddings keys) {
    enqueue(GCN, keys.f());
    enqueue(MLP, keys.h());
    enqueue(MIXED, keys.f());
    enqueue(MIXED, keys.h());
  }

  private void enqueue(String name, NDArray keys) {
    if (keys != null && banks.containsKey(name)) {
      banks.get(name).enqueue(keys);
    }
  }

  /** Rows and pointers by bank. */
  Map<String, Parameters> parameters() {
    Map<String, Parameters> parts = new LinkedHashMap<>();
    banks.forEach((name, bank) -> parts.put(name, bank.parameters()));
    return parts;
  }

  @Override
  public void close() {
    banks.values().forEach(MemoryBank::close);
  }
}
