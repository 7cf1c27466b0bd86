package dev.nnlang.maven;

import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Looks for mistakes in the project's {@code .nn} files and those of its tests; writes nothing. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class CheckMojo extends NnMojo {

    /** The folder with the {@code .nn} files. */
    @Parameter(property = "nn.sourceDirectory", defaultValue = "${project.basedir}/src/main/nn")
    private File sourceDirectory;

    /** The folder with the tests' {@code .nn} files. */
    @Parameter(property = "nn.testSourceDirectory", defaultValue = "${project.basedir}/src/test/nn")
    private File testSourceDirectory;

    @Override
    void run() throws IOException, MojoFailureException {
        Compilations.of(new SourceTree(sourceDirectory.toPath()), options(), report());
        Compilations.of(new SourceTree(testSourceDirectory.toPath()), options(), report());
    }
}
