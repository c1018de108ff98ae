package org.penumbra.occlusion.furniture;

import org.penumbra.core.DataFormatException;

/**
 * Wavefront OBJ: lines {@code v} and {@code f}, the latter as {@code v}, {@code v/vt}, {@code
 * v//vn} or {@code v/vt/vn}, counted from 1 or, negative, back from the last vertex. Everything
 * else is passed over.
 */
final class ObjReader {
  private final String file;

  ObjReader(String file) {
    this.file = file;
  }

  MeshDraft read(byte[] bytes) {
    MeshText text = new MeshText(file, bytes);
    MeshDraft draft = new MeshDraft();
    int largest = 0;
    String largestPlace = file;
    for (String[] words = text.next(); words != null; words = text.next()) {
      if (words[0].equals("v")) {
        text.vertex(draft, words, 1);
      } else if (words[0].equals("f")) {
        int[] corners = new int[words.length - 1];
        for (int i = 0; i < corners.length; i++) {
          corners[i] = corner(text, words[i + 1], draft.vertexCount());
          if (corners[i] >= largest) {
            largest = corners[i] + 1;
            largestPlace = text.place();
          }
        }
        draft.face(text.place(), corners);
      }
    }
    // A face may name a vertex that comes later, so this is known at the end only.
    if (largest > draft.vertexCount()) {
      throw new DataFormatException(
          largestPlace,
          "expected a vertex from 1 to " + draft.vertexCount() + ", found " + largest + ".");
    }
    return draft;
  }

  private static int corner(MeshText text, String word, int known) {
    int slash = word.indexOf('/');
    int index = text.whole(slash < 0 ? word : word.substring(0, slash));
    if (index == 0 || index < -known) {
      throw text.wrong("a vertex from 1, or from -" + known + " to -1", word);
    }
    return index > 0 ? index - 1 : known + index;
  }
}
