/**
 * The scripts under {@code environment/}: what they say and do when something is not as it should.
 */
package org.penumbra.environment;
