package org.penumbra.occlusion.furniture;

import java.util.Arrays;
import org.penumbra.core.DataFormatException;

/**
 * OFF: the word {@code OFF}, numbers of vertices, faces and edges, the vertices, then faces as
 * their number of corners and these, counted from 0. Colours after the corners are passed over.
 */
final class OffReader {
  private static final int LEAST_BYTES = 6; // of a vertex or face: "0 0 0" and a line end

  private final String file;

  OffReader(String file) {
    this.file = file;
  }

  MeshDraft read(byte[] bytes) {
    MeshText text = new MeshText(file, bytes);
    String[] words = line(text, "the word OFF");
    if (!words[0].equals("OFF")) {
      throw text.wrong("the word OFF", words[0]);
    }
    // Some programs write the numbers on the same line.
    String[] counts =
        words.length > 1
            ? Arrays.copyOfRange(words, 1, words.length)
            : line(text, "numbers of vertices and faces");
    if (counts.length < 2) {
      throw text.wrong("numbers of vertices and faces", String.join(" ", counts));
    }
    int vertices = count(text, counts[0], bytes.length);
    int faces = count(text, counts[1], bytes.length);
    MeshDraft draft = new MeshDraft();
    for (int i = 0; i < vertices; i++) {
      text.vertex(draft, line(text, "vertex " + i + " of " + vertices), 0);
    }
    for (int i = 0; i < faces; i++) {
      draft.face(text.place(), face(text, line(text, "face " + i + " of " + faces), vertices));
    }
    return draft;
  }

  private static int[] face(MeshText text, String[] words, int vertices) {
    int corners = text.whole(words[0]);
    if (corners < 3 || corners > words.length - 1) {
      throw text.wrong("a face as a number from 3 and so many vertices", String.join(" ", words));
    }
    int[] face = new int[corners];
    for (int i = 0; i < corners; i++) {
      face[i] = text.whole(words[i + 1]);
      if (face[i] < 0 || face[i] >= vertices) {
        throw text.wrong("a vertex from 0 to " + (vertices - 1), words[i + 1]);
      }
    }
    return face;
  }

  /** Refuses numbers that the file is too short for, before anything is reserved for them. */
  private static int count(MeshText text, String word, int bytes) {
    int count = text.whole(word);
    if (count < 0 || count > bytes / LEAST_BYTES + 1) {
      throw text.wrong("a number that fits a file of " + bytes + " bytes", word);
    }
    return count;
  }

  private String[] line(MeshText text, String expected) {
    String[] words = text.next();
    if (words == null) {
      throw new DataFormatException(
          text.place(), "expected " + expected + ", found the end of the file; it is cut short.");
    }
    return words;
  }
}
