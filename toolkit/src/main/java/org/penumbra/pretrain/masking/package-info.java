/** Which joints and frames a masked view goes without; one class per strategy. */
package org.penumbra.pretrain.masking;
