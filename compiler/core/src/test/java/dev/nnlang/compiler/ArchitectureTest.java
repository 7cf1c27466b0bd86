package dev.nnlang.compiler;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.nnlang.compiler.source.Span;

/** Which package may import which: what the {@code package-info} of each says in words. */
@AnalyzeClasses(packages = "dev.nnlang.compiler", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.nnlang.compiler";

    @ArchTest
    static final ArchRule EACH_PACKAGE_IMPORTS_WHAT_IT_MAY = new Table()
            .row("source")
            .row("formula")
            .row("diagnostic", "source")
            .row("syntax", "source")
            .row("parse", "syntax", "diagnostic", "source")
            .row("format", "syntax", "source")
            .row("library", "syntax", "source")
            .row("model", "library", "formula", "source")
            .row("resolve", "model", "library", "formula", "syntax", "diagnostic", "source")
            .row("graph", "formula", "source")
            .row("lower", "graph", "model", "formula", "diagnostic", "source")
            .row("interpret", "graph", "formula")
            .row("autodiff", "graph", "formula")
            .row("rewrite", "graph", "formula")
            .row("program", "graph", "formula")
            .row("schedule", "program", "graph", "formula")
            .row("emit", "program", "graph", "model", "library", "formula", "source")
            .row("reference", "model", "library", "formula")
            .row("explain", "program", "graph", "model", "formula", "source")
            .rule();

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    /** The rooms of {@code emit}: none knows one that knows it. */
    @ArchTest
    static final ArchRule NO_CYCLES_OF_ROOMS =
            slices().matching(ROOT + ".(emit.*)..").should().beFreeOfCycles();

    /** The rooms of {@code resolve}: data, networks and trainings are read in a scope, which knows none of them. */
    @ArchTest
    static final ArchRule NO_CYCLES_OF_RESOLVE =
            slices().matching(ROOT + ".(resolve..)").should().beFreeOfCycles();

    /** The rooms of {@code formula}: formulas themselves know none of them. */
    @ArchTest
    static final ArchRule NO_CYCLES_OF_FORMULA =
            slices().matching(ROOT + ".(formula..)").should().beFreeOfCycles();

    /** Each room prints for one reader; what two of them need is in {@code network} or {@code java}. */
    @ArchTest
    static final ArchRule PREDICTORS_KNOW_NO_TRAINERS = noClasses()
            .that()
            .resideInAPackage(ROOT + ".emit.predictor")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".emit.trainer", ROOT + ".emit.data", ROOT + ".emit.vector");

    @ArchTest
    static final ArchRule GRAPHS_KNOW_SPANS_ONLY = noClasses()
            .that()
            .resideInAPackage(ROOT + ".graph..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage(ROOT + ".source").and(type(Span.class).negate()));

    @ArchTest
    static final ArchRule ONLY_PARSE_KNOWS_ANTLR = onlyIn("parse", "org.antlr..", "dev.nnlang.grammar..");

    @ArchTest
    static final ArchRule ONLY_EMIT_KNOWS_JAVAPOET = onlyIn("emit", "com.palantir.javapoet..");

    /** No file, no clock, no network, nothing of the runtime. What is emitted names such classes; that is another matter. */
    @ArchTest
    static final ArchRule PURE = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".emit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.nio.file..", "java.net..", "java.time..", "dev.nnlang.runtime..", "dev.nnlang.training..");

    private static ArchRule onlyIn(String inside, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + inside + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    /** A row a package: its name, then those that it may import. The facade may import all, and nobody the facade. */
    private static final class Table {
        private LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("facade")
                .definedBy(ROOT);

        Table row(String name, String... imports) {
            layers = layers.layer(name).definedBy(ROOT + "." + name + "..");
            layers = imports.length == 0
                    ? layers.whereLayer(name).mayNotAccessAnyLayer()
                    : layers.whereLayer(name).mayOnlyAccessLayers(imports);
            return this;
        }

        ArchRule rule() {
            return layers.whereLayer("facade")
                    .mayNotBeAccessedByAnyLayer()
                    .ensureAllClassesAreContainedInArchitecture();
        }
    }
}
