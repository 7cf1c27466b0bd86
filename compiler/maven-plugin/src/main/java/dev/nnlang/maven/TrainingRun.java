package dev.nnlang.maven;

import dev.nnlang.compiler.Compilation.CompiledNetwork;
import dev.nnlang.toolchain.JavaLauncher;
import dev.nnlang.toolchain.VectorModule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * One training of one network.
 *
 * @param models the folder that the model file is written to
 * @param ledger where the last run is remembered
 * @param settings by name, as on the command line of the generated trainer; always {@code base}
 */
record TrainingRun(CompiledNetwork network, Path models, Path ledger, Map<String, String> settings) {

    /** The folder of the {@code .nn} file is where relative paths start, also that of {@code base} if it is set. */
    static TrainingRun of(
            CompiledNetwork network, Path folder, Path models, Path ledger, Map<String, String> configured) {
        Map<String, String> settings = new TreeMap<>(configured);
        settings.put("base", folder.resolve(configured.getOrDefault("base", "")).toString());
        settings.put("out", models.toString());
        settings.computeIfPresent("from", (name, path) -> folder.resolve(path).toString());
        return new TrainingRun(network, models, ledger, settings);
    }

    /** Adds everything but the network itself that the outcome depends on: settings and data. */
    Fingerprint addTo(Fingerprint fingerprint) throws IOException {
        settings.forEach((name, value) -> fingerprint.add(name).add(value));
        for (Path file : dataFiles()) {
            if (Files.exists(file)) {
                fingerprint.add(file.toString()).add(file);
            }
        }
        return fingerprint;
    }

    /** What the declaration names, and what settings name in its place. Some of it need not be there. */
    private List<Path> dataFiles() {
        Path start = Path.of(settings.get("base"));
        List<Path> files = new ArrayList<>();
        network.dataFiles().forEach(file -> files.add(start.resolve(file)));
        for (String setting : List.of("source", "test", "from")) {
            String paths = settings.getOrDefault(setting, "");
            Stream.of(paths.split(","))
                    .filter(path -> !path.isBlank())
                    .forEach(path -> files.add(start.resolve(path.strip())));
        }
        return files;
    }

    boolean upToDate(String inputs) throws IOException {
        Ledger last = Ledger.read(ledger);
        return last.inputs().equals(inputs) && new OutputTree(models).holds(last);
    }

    /**
     * Runs the generated trainer; what it says goes where Maven's own output goes.
     *
     * @param classPath with the compiled trainer on it
     * @throws MojoFailureException if it fails; it has said why
     */
    void fork(List<String> classPath, String inputs) throws IOException, MojoExecutionException, MojoFailureException {
        int exitCode = run(command(classPath));
        if (exitCode != 0) {
            throw new MojoFailureException("training " + network.name() + " failed, as told above");
        }
        new Ledger(inputs, Map.of(modelFile(), "")).write(ledger);
    }

    private List<String> command(List<String> classPath) {
        List<String> command = new ArrayList<>(
                List.of(JavaLauncher.executable(), "-classpath", String.join(File.pathSeparator, classPath)));
        if (VectorModule.present()) {
            command.addAll(VectorModule.ARGUMENTS);
        }
        command.add(network.trainer());
        settings.forEach((name, value) -> command.add(name + "=" + value));
        return command;
    }

    private static int run(List<String> command) throws IOException, MojoExecutionException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("training was interrupted", e);
        }
    }

    private String modelFile() {
        return network.name().toLowerCase(Locale.ROOT) + ".safetensors";
    }
}
