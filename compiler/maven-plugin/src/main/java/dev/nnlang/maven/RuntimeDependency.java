package dev.nnlang.maven;

import dev.nnlang.compiler.Options.Output;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoFailureException;

/** What a project can do with a network follows from what it depends on: train it and use it, or only use it. */
final class RuntimeDependency {

    static final String GROUP = "dev.nnlang";
    private static final String TRAINING = "nn-training";
    private static final String RUNTIME = "nn-runtime";

    private RuntimeDependency() {}

    /**
     * The classes that the project can compile.
     *
     * @param version of this plugin, for the advice
     * @throws MojoFailureException if it can compile none of them
     */
    static Output output(Collection<Artifact> dependencies, String version) throws MojoFailureException {
        Set<String> ours = dependencies.stream()
                .filter(artifact -> artifact.getGroupId().equals(GROUP))
                .map(Artifact::getArtifactId)
                .collect(Collectors.toSet());
        if (ours.contains(TRAINING)) {
            return Output.PREDICTOR_AND_TRAINER;
        }
        if (ours.contains(RUNTIME)) {
            return Output.PREDICTOR;
        }
        throw new MojoFailureException("the generated Java needs a dependency that this project does not have: add "
                + GROUP + ":" + TRAINING + ":" + version + " to train networks here, or "
                + GROUP + ":" + RUNTIME + ":" + version + " to use trained ones only");
    }
}
