/**
 * Networks as functions over named parameters: the ST-GCN encoder ({@link
 * org.penumbra.model.StGcn}) with its graph partition, the Barlow Twins projector ({@link
 * org.penumbra.model.Projector}), and for momentum contrast the head ({@link
 * org.penumbra.model.MlpHead}), the key network ({@link org.penumbra.model.MomentumEncoder}) and
 * the queue ({@link org.penumbra.model.MemoryBank}).
 */
package org.penumbra.model;
