package dev.nnlang.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Compiles the SIMD sources that {@code nn:generate-test} wrote, as {@code nn:simd} does for the project. */
@Mojo(
        name = "simd-test",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class SimdTestMojo extends SimdCompilingMojo {

    /** The source root that {@code nn:generate-test} writes to. */
    @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/nn")
    private File outputDirectory;

    /** The folder that {@code nn:generate-test} writes the SIMD sources to. */
    @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/nn-simd")
    private File testSimdDirectory;

    @Parameter(defaultValue = "${project.build.testOutputDirectory}", readonly = true)
    private File classesDirectory;

    @Override
    File scalarSources() {
        return outputDirectory;
    }

    @Override
    File simdSources() {
        return testSimdDirectory;
    }

    @Override
    File classes() {
        return classesDirectory;
    }

    @Override
    List<String> classPath() throws DependencyResolutionRequiredException {
        return project.getTestClasspathElements();
    }
}
