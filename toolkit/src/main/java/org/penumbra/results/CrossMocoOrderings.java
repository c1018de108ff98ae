package org.penumbra.results;

import static org.penumbra.results.ClaimMaker.above;
import static org.penumbra.results.ClaimMaker.best;
import static org.penumbra.results.ClaimMaker.cell;
import static org.penumbra.results.ClaimMaker.chain;
import static org.penumbra.results.ClaimMaker.each;
import static org.penumbra.results.ClaimMaker.margins;
import static org.penumbra.results.ClaimMaker.onItsData;
import static org.penumbra.results.ClaimMaker.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penumbra.results.Claim.Term;

/** Orderings of the CrossMoCo paper: mask rates, encoders and negative banks. */
final class CrossMocoOrderings {
  private static final String PAPER = "crossmoco";
  private static final String OURS = "CrossMoCo";
  private static final String PKU = "pku2";

  private CrossMocoOrderings() {}

  static List<Ordering> all() {
    return List.of(x1(), x2(), x3(), x4(), x5(), x6(), x7(), x8());
  }

  private static Ordering x1() {
    return ordering(
        "X1",
        "Accuracy rises with the mask rate up to 0.6 and falls at a temporal rate of 0.8",
        "A",
        true,
        "which of (0.6, 0.6) and (0.5, 0.6) is best is undecidable: 0.6 apart, the text contradicts",
        margins(
            "rates 0.2 < 0.4 < 0.6",
            List.of(chain(rates("0.6", "0.6"), rates("0.4", "0.4"), rates("0.2", "0.2")))),
        margins("falls at temporal 0.8", List.of(chain(rates("0.6", "0.6"), rates("0.8", "0.6")))));
  }

  private static Ordering x2() {
    List<List<Claim>> linear = each(othersBelow("linear"));
    List<List<Claim>> finetune = each(othersBelow("finetune"));
    return ordering(
        "X2",
        "Crossed encoders are above every other arrangement",
        "A/B/C",
        false,
        "linear B and C, finetune A",
        margins("linear", linear),
        margins("finetune", finetune),
        margins(
            "uncrossed below ST-GCN alone, linear",
            List.of(chain(encoder("st-gcn", "linear"), encoder("uncrossed", "linear")))),
        margins(
            "uncrossed above ST-GCN alone, finetune",
            List.of(chain(encoder("uncrossed", "finetune"), encoder("st-gcn", "finetune")))));
  }

  private static List<Claim> othersBelow(String protocol) {
    return best(
        encoder("crossed", protocol),
        encoder("st-gcn", protocol),
        encoder("uncrossed", protocol),
        encoder("st-mlp", protocol));
  }

  private static Ordering x3() {
    return ordering(
        "X3",
        "Two banks of negatives are best",
        "A/C",
        false,
        "A when finetuned",
        margins(
            "linear: 2 > 1 > 3",
            List.of(chain(banks("2", "linear"), banks("1", "linear"), banks("3", "linear")))),
        margins(
            "finetune: 2 > 3 > 1",
            List.of(
                chain(banks("2", "finetune"), banks("3", "finetune"), banks("1", "finetune")))));
  }

  private static Ordering x4() {
    List<List<Claim>> cases = new ArrayList<>();
    for (String protocol : List.of("linear", "finetune")) {
      cases.add(chain(layers("1", protocol), layers("3", protocol), layers("2", protocol)));
    }
    return ordering(
        "X4",
        "One layer in the MLP is above three, three above two",
        "A/C",
        false,
        "not monotone, so prone to noise",
        margins("linear and finetune", cases));
  }

  private static Ordering x5() {
    return ordering(
        "X5",
        "Masking in space and time is above space only, space only above time only",
        "A",
        false,
        "from the curves of Figure 5, which have no printed numbers: nothing to count in the tables;"
            + " the strength is a guess",
        margins(
            "Figure 5", List.of(chain(mask("spatiotemporal"), mask("spatial"), mask("temporal")))));
  }

  private static Ordering x6() {
    List<Claim> cross = new ArrayList<>();
    for (String d : List.of("ntu60 xview", "ntu60 xsub", "nwucla")) {
      cross.add(above(in("V", OURS, d), in("V", "3s-CrosSCLR", d)));
    }
    return ordering(
        "X6",
        "CrossMoCo is above 3s-CrosSCLR under linear evaluation",
        "B/C",
        false,
        "margins are listed, not a count",
        margins("above 3s-CrosSCLR", each(cross)),
        onItsData(
            margins(
                "below 3s-AimCLR on xsub, above on xview",
                List.of(
                    chain(in("V", "3s-AimCLR", "ntu60 xsub"), in("V", OURS, "ntu60 xsub")),
                    chain(in("V", OURS, "ntu60 xview"), in("V", "3s-AimCLR", "ntu60 xview"))))));
  }

  private static Ordering x7() {
    List<List<Claim>> above = new ArrayList<>();
    List<List<Claim>> below = new ArrayList<>();
    for (String protocol : List.of("semi1", "semi10")) {
      for (String d : List.of(PKU, "nwucla")) {
        above.add(chain(semi(OURS, d, protocol), semi("3s-CrosSCLR", d, protocol)));
      }
      below.add(
          chain(semi("3s-CrosSCLR", "ntu60 xview", protocol), semi(OURS, "ntu60 xview", protocol)));
    }
    return ordering(
        "X7",
        "With few labels CrossMoCo is above 3s-CrosSCLR on the small sets, far below on NTU-60",
        "A/B",
        false,
        "A for the loss on NTU-60; speaks of these data sets only",
        onItsData(margins("above on PKU II and NW-UCLA", above)),
        onItsData(margins("below on NTU-60 xview", below)));
  }

  private static Ordering x8() {
    List<List<Claim>> cases = new ArrayList<>();
    for (String d : List.of(PKU, "ntu60 xview", "ntu60 xsub")) {
      Term[] others =
          PaperTable.of(PAPER, "VII").cells().stream()
              .filter(c -> c.condition().data().equals(d) && !c.method().equals(OURS))
              .map(c -> in("VII", c.method(), d))
              .toArray(Term[]::new);
      cases.add(best(in("VII", OURS, d), others));
    }
    return ordering(
        "X8",
        "Finetuned CrossMoCo is the best of its table",
        "B/C",
        false,
        "3s-PSTL of PSTL Table 8 is higher on xview (93.9), lower on xsub (87.1)",
        part("PKU II, NTU-60 xview and xsub", 3, cases));
  }

  private static Term rates(String temporal, String spatial) {
    return cell(PAPER, "I", OURS, PKU, "temporal_rate", temporal, "spatial_rate", spatial);
  }

  private static Term encoder(String encoder, String protocol) {
    return cell(PAPER, "II", OURS, PKU, "encoder", encoder, "protocol", protocol);
  }

  private static Term banks(String banks, String protocol) {
    return cell(PAPER, "III", OURS, PKU, "banks", banks, "protocol", protocol);
  }

  private static Term layers(String layers, String protocol) {
    return cell(PAPER, "IV", OURS, PKU, "mlp_layers", layers, "protocol", protocol);
  }

  private static Term in(String table, String method, String data) {
    return cell(PAPER, table, method, data);
  }

  private static Term semi(String method, String data, String protocol) {
    return cell(PAPER, "VI", method, data, "protocol", protocol);
  }

  /** A curve of Figure 5, which has no printed number. */
  private static Term mask(String mask) {
    Condition condition =
        Condition.of(OURS, "J+M+B", PKU, "", "linear").with("occlusion", "none").with("mask", mask);
    PaperCell curve =
        new PaperCell(
            PAPER,
            "Fig.5",
            "Linear accuracy curves of mask types",
            "1",
            condition,
            "ordering",
            Optional.empty(),
            Optional.empty(),
            "no printed number");
    return new Term(1, curve, List.of("method", "mask"));
  }

  private static Ordering ordering(
      String id,
      String sentence,
      String strength,
      boolean suggested,
      String note,
      Ordering.Part... parts) {
    return new Ordering(id, PAPER, sentence, strength, suggested, List.of(parts), note);
  }
}
