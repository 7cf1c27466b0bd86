package dev.nnlang.maven;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Compilation.CompiledNetwork;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Trains the project's networks, each in a JVM of its own, with the classes that the project has compiled. Does nothing
 * as long as {@code .nn} file, data and settings are those of the model that is there.
 */
@Mojo(
        name = "train",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class TrainMojo extends NnMojo {

    /** The folder with the {@code .nn} files; the data's paths start from that of each file. */
    @Parameter(property = "nn.sourceDirectory", defaultValue = "${project.basedir}/src/main/nn")
    private File sourceDirectory;

    /** Where the model files are written. */
    @Parameter(property = "nn.modelDirectory", defaultValue = "${project.build.directory}/nn/models")
    private File modelDirectory;

    /** The only network to train; all that have a {@code train} declaration if not given. */
    @Parameter(property = "nn.network")
    private String network;

    /** Settings of the run that replace those of the {@code train} declarations: {@code rate}, {@code epochs}, … */
    @Parameter
    private Map<String, String> settings = Map.of();

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        SourceTree sources = new SourceTree(sourceDirectory.toPath());
        Options options = options().withOutput(RuntimeDependency.output(project.getArtifacts(), plugin.getVersion()));
        int trained = 0;
        for (Map.Entry<SourceFile, Compilation> entry :
                Compilations.of(sources, options, report()).entrySet()) {
            for (CompiledNetwork compiled : entry.getValue().networks()) {
                if (isWanted(compiled)) {
                    train(entry.getKey(), sources.path(entry.getKey()).getParent(), compiled);
                    trained++;
                }
            }
        }
        if (trained == 0) {
            throw new MojoFailureException("there is nothing to train: it takes a network"
                    + (network == null ? "" : " called " + network)
                    + " with a `train` declaration, and a dependency on nn-training");
        }
    }

    private boolean isWanted(CompiledNetwork compiled) {
        boolean named = network == null || network.equals(compiled.name());
        return named && !compiled.trainer().isEmpty();
    }

    private void train(SourceFile source, Path folder, CompiledNetwork compiled)
            throws IOException, MojoExecutionException, MojoFailureException {
        Path ledger = workDirectory.toPath().resolve("train-" + compiled.name() + ".ledger");
        TrainingRun run = TrainingRun.of(compiled, folder, modelDirectory.toPath(), ledger, settings);
        String inputs = run.addTo(compilerFingerprint())
                .add(source.name())
                .add(source.text())
                .toString();
        if (run.upToDate(inputs)) {
            getLog().info("the model of " + compiled.name() + " is up to date");
        } else {
            run.fork(classPath(), inputs);
        }
    }

    private List<String> classPath() throws MojoExecutionException {
        try {
            return project.getRuntimeClasspathElements();
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("the class path of this project is not known", e);
        }
    }
}
