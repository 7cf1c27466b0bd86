package dev.nnlang.maven;

import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Generates Java for the tests from the {@code .nn} files beside them, as {@code nn:generate} does for the project. */
@Mojo(
        name = "generate-test",
        defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class GenerateTestMojo extends GeneratingMojo {

    /** The folder with the {@code .nn} files. */
    @Parameter(property = "nn.testSourceDirectory", defaultValue = "${project.basedir}/src/test/nn")
    private File testSourceDirectory;

    /** The source root to generate into. */
    @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/nn")
    private File outputDirectory;

    /** The folder for sources that {@code nn:simd-test} compiles; no source root. */
    @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/nn-simd")
    private File testSimdDirectory;

    @Override
    File sources() {
        return testSourceDirectory;
    }

    @Override
    File output() {
        return outputDirectory;
    }

    @Override
    File simdOutput() {
        return testSimdDirectory;
    }

    @Override
    void register(String sourceRoot) {
        project.addTestCompileSourceRoot(sourceRoot);
    }
}
