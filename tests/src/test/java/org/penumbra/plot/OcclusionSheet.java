package org.penumbra.plot;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.occlusion.CapsuleOcclusion;
import org.penumbra.occlusion.Occlusion;
import org.penumbra.occlusion.OcclusionFamily;
import org.penumbra.occlusion.Occlusions;
import org.penumbra.skeleton.BodyPart;
import org.penumbra.synthetic.SyntheticActions;

/**
 * The pictures of all named occlusions on one sheet, and the page that goes with it: one synthetic
 * clip, its middle frame and its mask (frames to the right, joints by body part downwards).
 */
final class OcclusionSheet {
  private static final int COLUMNS = 4;
  private static final int WIDTH = 224;
  private static final int HEIGHT = 152;
  private static final int MARGIN = 12;
  private static final int FIGURE = 84; // width of the body
  private static final Font NAME = Theme.bold(11);
  private static final Font SMALL = Theme.font(10);

  private final SkeletonClip clip = inferredWhereItself(clip("S001C002P003R001A011"));
  private final SkeletonClip pair = pair();

  /** Families that hide something, in the order of the list. */
  static List<OcclusionFamily> families() {
    return Occlusions.families().stream()
        .filter(family -> !List.of("ntu-60-occluded", "ragcn-jitter").contains(family.form()))
        .toList();
  }

  private static SkeletonClip clip(String name) {
    return SyntheticActions.standard().clip(name);
  }

  /** With a made-up tracking state: the sensor guesses what the body hides. */
  private static SkeletonClip inferredWhereItself(SkeletonClip clip) {
    JointMask hidden = CapsuleOcclusion.self().hide(clip);
    BitSet inferred = new BitSet();
    byte[] codes = hidden.toCodes();
    for (int i = 0; i < codes.length; i++) {
      inferred.set(i, codes[i] == JointState.OCCLUDED.code());
    }
    return SkeletonClip.of(clip.info(), clip.layout(), clip.toArray(), clip.mask(), inferred);
  }

  /** Two people, one partly before the other. */
  private static SkeletonClip pair() {
    SkeletonClip back = clip("S001C001P003R001A011");
    SkeletonClip front = clip("S001C001P002R001A005");
    int frames = Math.min(back.frames(), front.frames());
    int joints = back.layout().size();
    float[] xyz = new float[3 * frames * joints * 2];
    for (int c = 0; c < 3; c++) {
      for (int t = 0; t < frames; t++) {
        for (int v = 0; v < joints; v++) {
          int cell = ((c * frames + t) * joints + v) * 2;
          xyz[cell] = back.at(c, t, v, 0);
          xyz[cell + 1] = front.at(c, t, v, 0) + (c == 0 ? 0.35f : c == 2 ? -0.9f : 0);
        }
      }
    }
    return SkeletonClip.of(
        new ClipInfo("pair", 0, 1, 1, 0, 0),
        back.layout(),
        xyz,
        JointMask.filled(frames, joints, 2, JointState.OBSERVED));
  }

  BufferedImage image() {
    List<OcclusionFamily> all = families();
    int rows = (all.size() + COLUMNS - 1) / COLUMNS;
    try (Canvas canvas = new Canvas(COLUMNS * WIDTH + 2 * MARGIN, rows * HEIGHT + 2 * MARGIN)) {
      for (int i = 0; i < all.size(); i++) {
        Occlusion occlusion = Occlusions.named(all.get(i).example()).withSeed(1);
        SkeletonClip shown = occlusion.name().equals("capsule-other") ? pair : clip;
        paint(
            canvas,
            occlusion.name(),
            occlusion.apply(shown),
            MARGIN + i % COLUMNS * WIDTH,
            MARGIN + i / COLUMNS * HEIGHT);
      }
      return indexed(canvas.image());
    }
  }

  private static void paint(Canvas canvas, String name, SkeletonClip hidden, double x, double y) {
    canvas.text(name, x, y + 11, NAME, Theme.INK);
    String share =
        String.format(Locale.ROOT, "%.1f %% hidden", 100 * hidden.mask().occludedShare());
    canvas.text(share, x, y + 25, SMALL, Theme.GREY);
    FramePoints points = FramePoints.of(hidden, hidden.frames() / 2);
    FramePoints.Box box = points.box();
    double unit = Math.min((HEIGHT - 52) / (box.high() - box.low()), (FIGURE - 14) / box.width());
    new SkeletonPainter(
            canvas.graphics(),
            unit,
            x + FIGURE / 2.0 - box.middle() * unit,
            y + HEIGHT - 16 + box.low() * unit)
        .paint(points, hidden.layout().bones());
    paintMask(canvas, hidden, x + FIGURE + 6, y + 32, WIDTH - FIGURE - 24);
  }

  /** The mask of the first body, of a pair the one behind. */
  private static void paintMask(
      Canvas canvas, SkeletonClip clip, double x, double y, double width) {
    JointMask mask = clip.mask();
    double gap = 2;
    double row = 4;
    double column = width / clip.frames();
    double top = y;
    for (BodyPart part : clip.layout().parts()) {
      for (int v : part.joints()) {
        int from = 0;
        for (int t = 1; t <= clip.frames(); t++) {
          JointState state = mask.state(from, v, 0);
          if (t == clip.frames() || mask.state(t, v, 0) != state) {
            canvas.graphics().setColor(MaskRaster.colour(state));
            canvas
                .graphics()
                .fill(new Rectangle2D.Double(x + from * column, top, (t - from) * column, row));
            from = t;
          }
        }
        top += row;
      }
      top += gap;
    }
    canvas.graphics().setColor(Theme.GREY);
    canvas.graphics().setStroke(new BasicStroke(0.8f));
    int shown = clip.frames() / 2;
    double middle = x + (shown + 0.5) * column; // the frame drawn beside it
    canvas.graphics().draw(new Line2D.Double(middle, y - 3, middle, y));
  }

  /** With its 256 most frequent colours, others replaced by the nearest: a third of the bytes. */
  private static BufferedImage indexed(BufferedImage image) {
    Map<Integer, Integer> uses = new TreeMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        uses.merge(image.getRGB(x, y), 1, Integer::sum);
      }
    }
    int[] palette =
        uses.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .limit(256)
            .mapToInt(Map.Entry::getKey)
            .toArray();
    IndexColorModel model =
        new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage small =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int index = nearest.computeIfAbsent(image.getRGB(x, y), rgb -> nearest(palette, rgb));
        small.getRaster().setSample(x, y, 0, index);
      }
    }
    return small;
  }

  private static int nearest(int[] palette, int rgb) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length; i++) {
      int away = 0;
      for (int shift = 0; shift <= 16; shift += 8) {
        int difference = ((palette[i] >> shift) & 255) - ((rgb >> shift) & 255);
        away += difference * difference;
      }
      if (away < least) {
        least = away;
        best = i;
      }
    }
    return best;
  }

  /** The page: a table of all names. */
  static String page() {
    StringBuilder page = new StringBuilder();
    page.append("# Occlusions by name\n\n");
    page.append(
        "`Occlusions.named(\"random-20\")` makes one; `Occlusions.list()` shows this table.\n");
    page.append("Words in capitals stand for numbers. This page and the picture are generated:\n");
    page.append("`mvn -pl tests -am test -Dtest=OcclusionSheetTest -Dpenumbra.docs=write ");
    page.append("-Dsurefire.failIfNoSpecifiedTests=false`.\n\n");
    page.append("| name | form | what is hidden | source |\n|---|---|---|---|\n");
    for (OcclusionFamily family : Occlusions.families()) {
      page.append(
          String.format(
              "| `%s` | `%s` | %s | %s |%n",
              family.example(), family.form(), family.what(), family.source()));
    }
    page.append("\n![A body and a mask for each occlusion](occlusions.png)\n\n");
    page.append("Each picture: a synthetic clip of one person (of two for `capsule-other`), its\n");
    page.append(
        "middle frame with hidden joints as rings, and its mask: frames to the right, joints\n");
    page.append(
        "downwards by body part (left arm, right arm, left leg, right leg, torso), hidden ones\n");
    page.append("orange. The tracking state behind `kinect-inferred` is made up here.\n");
    return page.toString().replace(System.lineSeparator(), "\n");
  }
}
