package dev.nnlang.maven;

import dev.nnlang.toolchain.VectorModule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** What {@code nn:simd} and {@code nn:simd-test} have in common: all but the folders. */
abstract class SimdCompilingMojo extends NnMojo {

    /** The first release that generated code is written for. */
    private static final int OLDEST = 17;

    /** The Java release to compile for; at least 17. */
    @Parameter(property = "maven.compiler.release", defaultValue = "17")
    private int release;

    /** The folder with what the SIMD classes extend. */
    abstract File scalarSources();

    /** The folder with the sources to compile. */
    abstract File simdSources();

    /** Where the classes go. */
    abstract File classes();

    abstract List<String> classPath() throws DependencyResolutionRequiredException;

    @Override
    final void run() throws IOException, MojoExecutionException {
        JavaFiles sources = new JavaFiles(simdSources().toPath());
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            if (!sources.list().isEmpty()) {
                getLog().warn("networks compute without SIMD here, since " + obstacle.get());
            }
            return;
        }
        SimdClasses classes = new SimdClasses(classes().toPath(), ledgerFile(simdSources(), classes()));
        String inputs = inputs();
        if (!classes.upToDate(inputs)) {
            List<Path> touched = classes.compile(inputs, sources.list(), javac());
            touched.forEach(path -> buildContext.refresh(path.toFile()));
            if (!touched.isEmpty()) {
                getLog().info(touched.size() + (touched.size() == 1 ? " SIMD class" : " SIMD classes") + " changed");
            }
        } else if (!sources.list().isEmpty()) {
            getLog().info("the SIMD classes are up to date");
        }
    }

    /** Why this JDK cannot compile them. */
    private Optional<String> obstacle() {
        if (ToolProvider.getSystemJavaCompiler() == null) {
            return Optional.of("the Java that runs Maven is without a compiler");
        }
        if (!VectorModule.present()) {
            return Optional.of("the JDK that runs Maven has no module " + VectorModule.NAME);
        }
        if (release > Runtime.version().feature()) {
            return Optional.of("the JDK that runs Maven is too old to compile for release " + release);
        }
        return Optional.empty();
    }

    private Javac javac() throws MojoExecutionException {
        try {
            return new Javac(Math.max(OLDEST, release), classPath(), plugin.getVersion());
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("the class path of this project is not known", e);
        }
    }

    /** Not only the sources themselves: constants of what they extend and call are compiled into their classes. */
    private String inputs() throws IOException {
        Fingerprint fingerprint =
                compilerFingerprint().add(Runtime.version().toString()).add(Integer.toString(release));
        new JavaFiles(simdSources().toPath()).addTo(fingerprint);
        new JavaFiles(scalarSources().toPath()).addTo(fingerprint);
        for (Artifact artifact : project.getArtifacts()) {
            if (artifact.getGroupId().equals(RuntimeDependency.GROUP)) {
                fingerprint.add(artifact.getFile().toPath());
            }
        }
        return fingerprint.toString();
    }
}
