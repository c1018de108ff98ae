package org.penumbra.synthetic;

import java.util.List;
import java.util.stream.Stream;

/** The actions of the synthetic set, in the order of their labels. */
final class ActionTable {
  /** What one person does: these come first. */
  static final List<Action> SINGLE =
      List.of(
          Action.single("wave one hand", 2.5, Gestures::waveOneHand),
          Action.single("wave both hands", 2.5, Gestures::waveBothHands),
          Action.single("raise arms", 2.2, Gestures::raiseArms),
          Action.single("clap", 2.2, Gestures::clap),
          Action.single("sit down", 2.0, WholeBody::sitDown),
          Action.single("stand up", 1.8, WholeBody::standUp),
          Action.single("kick", 1.6, Sport::kick),
          Action.single("punch", 1.6, Sport::punch),
          Action.single("bow", 2.2, WholeBody::bow),
          Action.single("jump", 2.0, Sport::jump),
          Action.single("walk", 2.8, WholeBody::walk),
          Action.single("pick up", 2.4, Things::pickUp),
          Action.single("drop", 2.2, Things::drop),
          Action.single("throw", 2.1, Sport::throwOverhand),
          Action.single("drink", 2.8, Things::drink),
          Action.single("phone call", 3.0, Things::phoneCall),
          Action.single("wipe face", 2.4, Things::wipeFace),
          Action.single("put on hat", 2.7, Clothes::putOnHat),
          Action.single("take off hat", 2.7, Clothes::takeOffHat),
          Action.single("put on jacket", 3.2, Clothes::putOnJacket),
          Action.single("take off jacket", 3.0, Clothes::takeOffJacket),
          Action.single("rub hands", 2.4, Gestures::rubHands),
          Action.single("point", 2.0, Gestures::point));

  /** What two people do: these come last. */
  static final List<Action> PAIRS =
      List.of(
          Action.pair("shake hands", 2.6, 1.2, Together::shakeHands, Together::shakeHands),
          Action.pair("hug", 3.0, 0.55, Together::hug, Together::hug),
          Action.pair("push", 2.0, 1.0, Together::push, Together::pushed),
          Action.pair("hand over", 2.6, 1.15, Together::handOver, Together::takeOver));

  /** All actions. A changed order changes labels, names and motions. */
  static final List<Action> ALL = Stream.concat(SINGLE.stream(), PAIRS.stream()).toList();

  private ActionTable() {}
}
