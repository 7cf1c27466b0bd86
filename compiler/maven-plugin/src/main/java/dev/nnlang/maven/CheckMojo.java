package dev.nnlang.maven;

import java.io.File;
import java.io.IOException;
import java.util.List;
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
        List<SourceTree> trees =
                List.of(new SourceTree(sourceDirectory.toPath()), new SourceTree(testSourceDirectory.toPath()));
        Compilations.of(trees, options(), report());
    }
}
