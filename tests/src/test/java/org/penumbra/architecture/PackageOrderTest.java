package org.penumbra.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The map of the toolkit: data flows one way through these packages, and libraries stay at the
 * edges.
 */
class PackageOrderTest {
  /** In the order in which data flows: a package may use only those before it. */
  private static final List<String> ORDER =
      List.of(
          "core",
          "skeleton",
          "data",
          "synthetic",
          "occlusion",
          "preprocess",
          "tensor",
          "impute",
          "augment",
          "model",
          "train",
          "pretrain",
          "embed",
          "cluster",
          "evaluate",
          "results",
          "plot",
          "notebook",
          "course",
          "cli");

  private static JavaClasses toolkit;

  @BeforeAll
  static void readClasses() {
    toolkit =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.penumbra")
            .that(
                com.tngtech.archunit.base.DescribedPredicate.describe(
                    "of the toolkit", type -> !type.getPackageName().contains(".kernel")));
  }

  @Test
  void everyClassIsInAPackageOfTheMap() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : toolkit) {
      String inside = type.getPackageName().substring("org.penumbra.".length());
      found.add(inside.replaceAll("\\..*", ""));
    }
    assertThat(found).isNotEmpty().isSubsetOf(ORDER);
  }

  @TestFactory
  Stream<DynamicTest> aPackageUsesOnlyThoseBeforeIt() {
    return ORDER.stream()
        .limit(ORDER.size() - 1)
        .map(name -> DynamicTest.dynamicTest(name, () -> checkUses(name)));
  }

  private static void checkUses(String name) {
    String[] later =
        ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
            .map(other -> "org.penumbra." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("org.penumbra." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(later)
        .allowEmptyShould(true)
        .check(toolkit);
  }

  @Test
  void onlyClusterReachesSmileBecauseItIsGpl() {
    onlyIn("cluster", "smile..");
  }

  @Test
  void onlyPlotAndNotebookReachCharts() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.penumbra.plot..", "org.penumbra.notebook..", "org.penumbra.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.knowm.xchart..", "java.awt..", "javax.swing..")
        .check(toolkit);
  }

  @Test
  void nothingKnowsAKernelAtCompileTime() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.github.spencerpark..", "org.dflib..", "org.rapaio..", "org.penumbra.kernel..")
        .check(toolkit);
  }

  private static void onlyIn(String home, String library) {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.penumbra." + home + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(toolkit);
  }
}
