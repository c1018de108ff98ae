/**
 * The thin layer over DJL with PyTorch: device and threads ({@link org.penumbra.tensor.Compute}),
 * differentiable operations ({@link org.penumbra.tensor.Ops}), named weights ({@link
 * org.penumbra.tensor.Parameters}), the optimiser and learning-rate schedules.
 *
 * <p>Functional style: no blocks, no trainer. Temporaries of one step live in one {@link
 * TensorScope}; only one gradient collector may be open per process, so two trainings never run at
 * once.
 */
package org.penumbra.tensor;
