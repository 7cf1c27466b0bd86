package dev.nnlang.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Compiles the SIMD sources that {@code nn:generate} wrote, beside the project's own classes. They use a module of the JDK's incubator, of which
 * thus nothing need be said in the project's pom. A JVM with {@code --add-modules jdk.incubator.vector} computes with them, any other does without.
 */
@Mojo(
        name = "simd",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class SimdMojo extends SimdCompilingMojo {

    /** The source root that {@code nn:generate} writes to. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/nn")
    private File outputDirectory;

    /** The folder that {@code nn:generate} writes the SIMD sources to. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/nn-simd")
    private File simdDirectory;

    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
    private File classesDirectory;

    @Override
    File scalarSources() {
        return outputDirectory;
    }

    @Override
    File simdSources() {
        return simdDirectory;
    }

    @Override
    File classes() {
        return classesDirectory;
    }

    @Override
    List<String> classPath() throws DependencyResolutionRequiredException {
        return project.getCompileClasspathElements();
    }
}
