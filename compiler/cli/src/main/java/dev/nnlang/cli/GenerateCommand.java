package dev.nnlang.cli;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.GeneratedFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nn generate}. */
@Command(name = "generate", description = "Write the Java that files become.", mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The .nn files.")
    private List<Path> files;

    @Option(
            names = {"-d", "--directory"},
            paramLabel = "DIR",
            required = true,
            description = "The source root to write to; packages become folders below it.")
    private Path directory;

    @Option(
            names = "--simd",
            paramLabel = "DIR",
            description = "The source root for classes that compute with vectors; they are not written if not given. "
                    + "Here javac needs --add-modules jdk.incubator.vector, and DIR on its class path.")
    private Path simdDirectory;

    @Mixin
    private Overrides overrides;

    @ParentCommand
    private Nn nn;

    @Override
    public Integer call() {
        int exitCode = ExitCode.OK;
        Map<Path, Compilation> compilations = new LinkedHashMap<>();
        for (Path file : files) {
            Optional<Compilation> compilation = Compilations.of(file, overrides.optionsWithoutRun(), nn.report());
            if (compilation.isEmpty()) {
                exitCode = ExitCode.SOFTWARE;
            } else {
                compilations.put(file, compilation.get());
            }
        }
        refuseClashes(compilations);
        compilations.values().forEach(compilation -> write(compilation.files()));
        return exitCode;
    }

    /** Files do not see one another, so only here can it show that two of them declare the same name. */
    private static void refuseClashes(Map<Path, Compilation> compilations) {
        Map<String, Path> owners = new HashMap<>();
        compilations.forEach((file, compilation) -> {
            for (GeneratedFile made : compilation.files()) {
                Path other = owners.putIfAbsent(made.path(), file);
                if (other != null) {
                    throw new UserError(other + " and " + file + " both become " + made.path()
                            + ": give what they declare different names, or the files different packages");
                }
            }
        });
    }

    private void write(List<GeneratedFile> files) {
        write(directory, files.stream().filter(made -> !made.simd()).toList());
        if (simdDirectory != null) {
            write(simdDirectory, files.stream().filter(GeneratedFile::simd).toList());
        }
    }

    private void write(Path root, List<GeneratedFile> files) {
        new SourceRoot(root).write(files).forEach(nn.out()::println);
    }
}
