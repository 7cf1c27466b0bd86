package dev.nnlang.maven;

import dev.nnlang.compiler.Options;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;

/** What all goals have in common: where they run, what is configured, how they speak. */
abstract class NnMojo extends AbstractMojo {

    /** Eclipse sets it; no build of Maven's own does. */
    private static final String ECLIPSE = "m2e.version";

    @Parameter(defaultValue = "${project}", readonly = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true)
    MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true)
    PluginDescriptor plugin;

    /** Values that replace those of {@code param} declarations in the {@code .nn} files. */
    @Parameter
    Map<String, String> params = Map.of();

    /** Do nothing. */
    @Parameter(property = "nn.skip", defaultValue = "false")
    boolean skip;

    @Parameter(defaultValue = "${project.build.directory}/nn", readonly = true)
    File workDirectory;

    @Inject
    BuildContext buildContext;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped, since nn.skip is set");
            return;
        }
        try {
            run();
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    abstract void run() throws IOException, MojoExecutionException, MojoFailureException;

    Report report() {
        boolean inIde = session.getUserProperties().containsKey(ECLIPSE)
                || session.getSystemProperties().containsKey(ECLIPSE);
        return new Report(getLog(), buildContext, inIde);
    }

    /** Where a goal remembers what it made: a file for each pair of folders, so that two executions keep apart what each wrote. */
    Path ledgerFile(File from, File to) {
        String folders = relative(from) + "-to-" + relative(to);
        return workDirectory.toPath().resolve(folders.replaceAll("[^A-Za-z0-9]+", "-") + ".ledger");
    }

    private String relative(File folder) {
        return project.getBasedir().toPath().relativize(folder.toPath()).toString();
    }

    Options options() {
        return Options.DEFAULT.withParams(params);
    }

    /** Identifies the compiler: its version, and its bytes, since a snapshot changes within a version. */
    Fingerprint compilerFingerprint() throws IOException {
        Fingerprint fingerprint = new Fingerprint().add(plugin.getVersion());
        for (Artifact artifact : plugin.getArtifacts()) {
            if (artifact.getArtifactId().equals("nn-compiler")) {
                fingerprint.add(artifact.getFile().toPath());
            }
        }
        new TreeMap<>(params).forEach((name, value) -> fingerprint.add(name).add(value));
        return fingerprint;
    }
}
