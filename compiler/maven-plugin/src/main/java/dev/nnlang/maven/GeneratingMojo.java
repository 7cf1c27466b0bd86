package dev.nnlang.maven;

import dev.nnlang.compiler.GeneratedFile;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.Options.Output;
import dev.nnlang.compiler.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;

/** What {@code nn:generate} and {@code nn:generate-test} have in common: all but the folders. */
abstract class GeneratingMojo extends NnMojo {

    /** The folder with the {@code .nn} files. */
    abstract File sources();

    /** The source root to generate into. */
    abstract File output();

    /** The folder for sources that need a module which the project's javac does not know. */
    abstract File simdOutput();

    /** Makes javac, and the IDE, see the source root. */
    abstract void register(String sourceRoot);

    @Override
    final void run() throws IOException, MojoFailureException {
        SourceTree sources = new SourceTree(sources().toPath());
        List<SourceFile> files = sources.files();
        Options options = files.isEmpty() ? options() : options().withOutput(chosenOutput());
        Generation scalar = generation(output());
        Generation simd = generation(simdOutput());
        String inputs = inputs(files, options.output());
        if (scalar.upToDate(inputs) && simd.upToDate(inputs)) {
            getLog().info("the Java of " + count(files.size(), ".nn file") + " is up to date");
        } else {
            List<GeneratedFile> made = Compilations.of(sources, options, report()).values().stream()
                    .flatMap(compilation -> compilation.files().stream())
                    .toList();
            List<Path> touched = new ArrayList<>();
            touched.addAll(scalar.write(
                    inputs, made.stream().filter(file -> !file.simd()).toList()));
            touched.addAll(
                    simd.write(inputs, made.stream().filter(GeneratedFile::simd).toList()));
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

    private Generation generation(File output) {
        return new Generation(new OutputTree(output.toPath()), ledgerFile(sources(), output));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
