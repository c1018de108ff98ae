package org.penumbra.occlusion;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract for every named occlusion and for the ways to combine them. Furniture needs people
 * with room before them and has its own test of it.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class EveryOcclusionTest extends OcclusionContract {
  @Parameter Occlusion one;

  static Stream<Occlusion> all() {
    Stream<Occlusion> named =
        Occlusions.families().stream()
            .filter(family -> !List.of("ntu-60-occluded", "ragcn-jitter").contains(family.form()))
            .filter(family -> !family.form().startsWith("furniture-"))
            .map(family -> Occlusions.named(family.example()));
    Occlusion random = RandomOcclusion.of(0.2);
    Occlusion markov = MarkovOcclusion.of(0.3, 4);
    Occlusion joints = JointOcclusion.of(6);
    CrossMocoOcclusion crossMoco = CrossMocoOcclusion.of(0.6, 0.5);
    CrossMocoReadings read = CrossMocoReadings.DEFAULT;
    Stream<Occlusion> others =
        Stream.of(
            random.union(markov),
            random.then(markov).then(new RaGcnPartOcclusion(4)),
            CapsuleOcclusion.self().union(FieldOfViewOcclusion.kinectV2()),
            markov.within(0.2, 0.25),
            joints.perFrame(),
            random.then(joints).perFrame(),
            random.perSequence(),
            RaGcnRandomOcclusion.of(0.3).sharedMask(),
            random.union(joints).shared("batch-3"),
            crossMoco.withReadings(read.with(CrossMocoReadings.Units.BONES)),
            crossMoco.withReadings(
                read.with(CrossMocoReadings.Units.JOINTS_AND_NEIGHBOURS)
                    .with(CrossMocoReadings.Frames.WHOLE)),
            crossMoco.withReadings(
                read.with(CrossMocoReadings.Redraw.ONCE)
                    .with(CrossMocoReadings.Rate.RANDOM)
                    .with(CrossMocoReadings.Bodies.INDEPENDENT)));
    return Stream.concat(named, others);
  }

  @Override
  Occlusion occlusion() {
    return one;
  }
}
