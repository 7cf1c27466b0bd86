package dev.nnlang.training;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.google.common.truth.Truth;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;

/** Which package may import which: what the {@code package-info} of each says in words. */
@AnalyzeClasses(packages = "dev.nnlang.training", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.nnlang.training";
    private static final int MOST_CLASSES = 25;

    @ArchTest
    static final ArchRule EACH_PACKAGE_IMPORTS_WHAT_IT_MAY = new Rooms()
            .room("metrics")
            .room("data")
            .room("data.file", "data")
            .room("data.image", "data.file", "data")
            .room("data.read", "data.file", "data.image", "data")
            .room("data.statistics")
            .room("data.split", "data.read", "data.statistics", "data")
            .room("data.preprocess", "data.split", "data.statistics", "data")
            .room("settings", "metrics")
            .room("network", "data")
            .room("batches", "network", "data", "data.read", "data.split", "data.preprocess", "metrics")
            .room("gradcheck", "network", "data")
            .room("", "settings", "network", "batches", "metrics", "data", "data.read", "data.split", "data.preprocess")
            .room("console", "", "settings", "metrics", "data", "data.split")
            .rule();

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("(" + ROOT + "..)").should().beFreeOfCycles();

    @ArchTest
    static void packagesStaySmall(JavaClasses classes) {
        check(classes.getPackage(ROOT));
    }

    private static void check(JavaPackage room) {
        long files = room.getClasses().stream()
                .filter(type -> type.isTopLevelClass())
                .count();
        Truth.assertWithMessage("classes of " + room.getName()).that(files).isLessThan(MOST_CLASSES + 1);
        room.getSubpackages().forEach(ArchitectureTest::check);
    }

    /** A layer for each package, bottom up. */
    private static final class Rooms {

        private LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();

        Rooms room(String name, String... imports) {
            String[] named = new String[imports.length];
            for (int i = 0; i < imports.length; i++) {
                named[i] = title(imports[i]);
            }
            layers = layers.layer(title(name)).definedBy(name.isEmpty() ? ROOT : ROOT + "." + name);
            layers = named.length == 0
                    ? layers.whereLayer(title(name)).mayNotAccessAnyLayer()
                    : layers.whereLayer(title(name)).mayOnlyAccessLayers(named);
            return this;
        }

        private static String title(String name) {
            return name.isEmpty() ? "run" : name;
        }

        ArchRule rule() {
            return layers;
        }
    }
}
