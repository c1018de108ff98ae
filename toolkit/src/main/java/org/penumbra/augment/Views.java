package org.penumbra.augment;

/** A method's random views of clips: which changes, and what shares one draw of them. */
public interface Views {
  /** What shares one draw. */
  DrawUnit unit();

  /** The chain of changes; it serves clips of any layout and length. */
  Augmentation augmentation();

  /** For people: unit and every change. */
  String describe();
}
