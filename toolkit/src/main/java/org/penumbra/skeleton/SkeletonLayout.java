package org.penumbra.skeleton;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * Which joints a skeleton has and how they hang together. Layouts are data: the two built-in ones
 * are JSON resources, and a user's own come through {@link LayoutJson}.
 *
 * <p>Coordinates are metres in the camera frame: x to the camera's left, y up, z away from it.
 *
 * @param name short name, for instance {@code ntu-25}
 * @param joints all V joints in array order
 * @param bones the V - 1 edges of the tree
 * @param centre index of the joint that centring subtracts and hop distances start from
 * @param leftShoulder index of the left shoulder, for turning the body to the front
 * @param rightShoulder index of the right shoulder
 * @param mirror permutation that swaps left and right: {@code mirror.get(v)} takes v's place
 * @param parts body parts; every joint is in exactly one
 */
public record SkeletonLayout(
    String name,
    List<Joint> joints,
    List<Bone> bones,
    int centre,
    int leftShoulder,
    int rightShoulder,
    List<Integer> mirror,
    List<BodyPart> parts) {

  /** Kinect v2, 25 joints: NTU RGB+D 60/120 and PKU-MMD. Centre: spine at the shoulders. */
  public static final SkeletonLayout NTU_25 = LayoutJson.resource("ntu-25.json");

  /** Kinect v1, 20 joints: NW-UCLA. Centre: between the shoulders. */
  public static final SkeletonLayout KINECT_20 = LayoutJson.resource("kinect-20.json");

  /** Joints as COCO key points, 17: nose, eyes, ears, arms, legs. Centre: the nose. */
  private static final SkeletonLayout COCO_17 = LayoutJson.resource("coco-17.json");

  /** Joints as Human3.6M in the 17-joint form. Centre: the pelvis. */
  private static final SkeletonLayout H36M_17 = LayoutJson.resource("h36m-17.json");

  /** Checks that bones form one tree and that mirror and parts fit the joints. */
  public SkeletonLayout {
    joints = List.copyOf(joints);
    bones = List.copyOf(bones);
    mirror = List.copyOf(mirror);
    parts = List.copyOf(parts);
    LayoutChecks.checkNames(name, joints);
    LayoutChecks.check(name, joints.size(), bones, centre, mirror, parts);
    Require.inRange("layout " + name + ": left shoulder", leftShoulder, 0, joints.size() - 1);
    Require.inRange("layout " + name + ": right shoulder", rightShoulder, 0, joints.size() - 1);
  }

  /** The layouts that need no file: ntu-25, kinect-20, coco-17 and h36m-17. */
  public static List<SkeletonLayout> builtIn() {
    return List.of(NTU_25, KINECT_20, COCO_17, H36M_17);
  }

  /**
   * The built-in layout of a name, for instance {@code coco-17}.
   *
   * @throws InvalidOptionException if there is none; the message lists all names
   */
  public static SkeletonLayout named(String name) {
    return builtIn().stream()
        .filter(layout -> layout.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidOptionException(
                    "layout",
                    "one of "
                        + builtIn().stream().map(SkeletonLayout::name).toList()
                        + " or a .json file",
                    name));
  }

  /** Number of joints, V. */
  public int size() {
    return joints.size();
  }

  /**
   * The joint of a name.
   *
   * @throws InvalidOptionException if the layout has no such joint; the message lists all names
   */
  public Joint joint(String jointName) {
    return joints.stream()
        .filter(joint -> joint.name().equals(jointName))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidOptionException(
                    "joint", "one of " + joints.stream().map(Joint::name).toList(), jointName));
  }

  /**
   * The body part of a name.
   *
   * @throws InvalidOptionException if the layout has no such part; the message lists all names
   */
  public BodyPart part(String partName) {
    return parts.stream()
        .filter(part -> part.name().equals(partName))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidOptionException(
                    "body part",
                    "one of " + parts.stream().map(BodyPart::name).toList(),
                    partName));
  }

  /** Number of bones at each joint, length V; the degrees of central spatial masking. */
  public List<Integer> degrees() {
    List<Integer> degrees = new ArrayList<>(Collections.nCopies(size(), 0));
    for (Bone bone : bones) {
      degrees.set(bone.child(), degrees.get(bone.child()) + 1);
      degrees.set(bone.parent(), degrees.get(bone.parent()) + 1);
    }
    return List.copyOf(degrees);
  }

  /** Parent index of each joint along the bones, length V; the centre joint is its own parent. */
  public List<Integer> parents() {
    List<Integer> parents = new ArrayList<>();
    for (int v = 0; v < size(); v++) {
      parents.add(v);
    }
    bones.forEach(bone -> parents.set(bone.child(), bone.parent()));
    return List.copyOf(parents);
  }
}
