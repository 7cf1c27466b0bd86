package dev.nnlang.maven;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.Options.Output;
import dev.nnlang.compiler.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What {@code nn:generate} and {@code nn:generate-test} have in common: all but the folders. */
abstract class GeneratingMojo extends NnMojo {

    @Parameter(defaultValue = "${project.build.directory}/nn", readonly = true)
    File workDirectory;

    /** The folder with the {@code .nn} files. */
    abstract File sources();

    /** The source root to generate into. */
    abstract File output();

    /** Makes javac, and the IDE, see the source root. */
    abstract void register(String sourceRoot);

    @Override
    final void run() throws IOException, MojoFailureException {
        SourceTree sources = new SourceTree(sources().toPath());
        List<SourceFile> files = sources.files();
        Options options = files.isEmpty() ? options() : options().withOutput(chosenOutput());
        Generation generation = new Generation(new OutputTree(output().toPath()), ledgerFile());
        String inputs = inputs(files, options.output());
        if (generation.upToDate(inputs)) {
            getLog().info("the Java of " + count(files.size(), ".nn file") + " is up to date");
        } else {
            Map<SourceFile, Compilation> compilations = Compilations.of(sources, options, report());
            List<Path> touched = generation.write(inputs, compilations.values());
            touched.forEach(path -> buildContext.refresh(path.toFile()));
            getLog().info(count(files.size(), ".nn file") + ": " + count(touched.size(), "Java file") + " changed");
        }
        // Even if nothing changed: the project of this build does not remember the last build's roots.
        register(output().getPath());
    }

    private Output chosenOutput() throws MojoFailureException {
        return RuntimeDependency.output(project.getArtifacts(), plugin.getVersion());
    }

    private String inputs(List<SourceFile> files, Output output) throws IOException {
        Fingerprint fingerprint = compilerFingerprint().add(output.name());
        files.forEach(file -> fingerprint.add(file.name()).add(file.text()));
        return fingerprint.toString();
    }

    /** One for each pair of folders, so that two executions keep apart what each wrote. */
    private Path ledgerFile() {
        String folders = relative(sources()) + "-to-" + relative(output());
        return workDirectory.toPath().resolve(folders.replaceAll("[^A-Za-z0-9]+", "-") + ".ledger");
    }

    private String relative(File folder) {
        return project.getBasedir().toPath().relativize(folder.toPath()).toString();
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
