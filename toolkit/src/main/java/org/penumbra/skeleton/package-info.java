/**
 * What a skeleton is, without any data set: joints, bones, body parts, mirror pairs and the three
 * streams. Start with {@link org.penumbra.skeleton.SkeletonLayout}.
 */
package org.penumbra.skeleton;
