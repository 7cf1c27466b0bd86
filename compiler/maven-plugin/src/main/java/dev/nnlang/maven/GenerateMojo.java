package dev.nnlang.maven;

import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Generates Java from the project's {@code .nn} files. A project that depends on {@code nn-training} gets predictors and
 * trainers, one that depends on {@code nn-runtime} alone gets predictors.
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GenerateMojo extends GeneratingMojo {

    /** The folder with the {@code .nn} files. */
    @Parameter(property = "nn.sourceDirectory", defaultValue = "${project.basedir}/src/main/nn")
    private File sourceDirectory;

    /** The source root to generate into. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/nn")
    private File outputDirectory;

    /** The folder for sources that {@code nn:simd} compiles. It is no source root: the project's own javac does not know their module. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/nn-simd")
    private File simdDirectory;

    @Override
    File sources() {
        return sourceDirectory;
    }

    @Override
    File output() {
        return outputDirectory;
    }

    @Override
    File simdOutput() {
        return simdDirectory;
    }

    @Override
    void register(String sourceRoot) {
        project.addCompileSourceRoot(sourceRoot);
    }
}
