/**
 * Networks as functions over named parameters: the ST-GCN encoder ({@link
 * org.penumbra.model.StGcn}) with its graph partition, and the Barlow Twins projector ({@link
 * org.penumbra.model.Projector}).
 */
package org.penumbra.model;
