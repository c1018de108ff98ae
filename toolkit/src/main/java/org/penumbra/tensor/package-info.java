/**
 * The thin layer over DJL with PyTorch: device and threads ({@link org.penumbra.tensor.Compute}),
 * differentiable operations ({@link org.penumbra.tensor.Ops}), named weights ({@link
 * org.penumbra.tensor.Parameters}), the optimisers and learning-rate schedules; weights in files
 * ({@link org.penumbra.tensor.WeightFile}, {@link org.penumbra.tensor.SafetensorsFile}); memory and
 * devices ({@link org.penumbra.tensor.Devices}, {@link org.penumbra.tensor.MemoryReport}).
 *
 * <p>Functional style: no blocks, no trainer. Temporaries of one step live in one {@link
 * TensorScope}; only one gradient collector may be open per process, so two trainings never run at
 * once.
 */
package org.penumbra.tensor;
