package org.penumbra.occlusion.furniture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.penumbra.core.DataFormatException;

/**
 * STL: binary if the size is 84 + 50 n bytes for the n it names, else text if it begins with {@code
 * solid}. Normals are passed over.
 */
final class StlReader {
  private static final int HEADER = 80;
  private static final int START = 84;
  private static final int FACET = 50;

  private final String file;

  StlReader(String file) {
    this.file = file;
  }

  MeshDraft read(byte[] bytes) {
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long facets = bytes.length < START ? -1 : Integer.toUnsignedLong(data.getInt(HEADER));
    if (bytes.length == START + FACET * facets) {
      return binary(data, (int) facets);
    }
    String begin =
        new String(bytes, 0, Math.min(bytes.length, HEADER), StandardCharsets.ISO_8859_1).strip();
    if (begin.startsWith("solid")) {
      return text(new MeshText(file, bytes));
    }
    throw new DataFormatException(
        file + ", byte " + Math.min(bytes.length, HEADER),
        facets < 0
            ? "expected a binary STL of at least 84 bytes or a text that begins with 'solid', found "
                + bytes.length
                + " bytes."
            : "expected "
                + (START + FACET * facets)
                + " bytes for the "
                + facets
                + " triangles it names, found "
                + bytes.length
                + "; the file is cut short or damaged.");
  }

  private MeshDraft binary(ByteBuffer data, int facets) {
    MeshDraft draft = new MeshDraft();
    for (int i = 0; i < facets; i++) {
      int corner = START + FACET * i + 12; // after the normal
      for (int k = 0; k < 3; k++, corner += 12) {
        draft.vertex(
            file + ", byte " + corner,
            data.getFloat(corner),
            data.getFloat(corner + 4),
            data.getFloat(corner + 8));
      }
      draft.face(file + ", byte " + corner, new int[] {3 * i, 3 * i + 1, 3 * i + 2});
    }
    return draft;
  }

  private MeshDraft text(MeshText text) {
    MeshDraft draft = new MeshDraft();
    int first = 0;
    boolean inside = false;
    boolean ended = false;
    for (String[] words = text.next(); words != null; words = text.next()) {
      switch (words[0]) {
        case "facet" -> {
          inside = true;
          first = draft.vertexCount();
        }
        case "vertex" -> text.vertex(draft, words, 1);
        case "endfacet" -> {
          int corners = draft.vertexCount() - first;
          if (!inside || corners != 3) {
            throw text.wrong("a facet of 3 vertices", corners + " vertices");
          }
          draft.face(text.place(), new int[] {first, first + 1, first + 2});
          inside = false;
        }
        case "endsolid" -> ended = true;
        default -> ended &= !words[0].equals("solid");
      }
    }
    if (inside || !ended) {
      throw text.wrong("'endsolid' at the end; the file is cut short", "the end of the file");
    }
    return draft;
  }
}
