package dev.nnlang.cli;

import dev.nnlang.compiler.GeneratedFile;
import dev.nnlang.training.TrainingResult;
import dev.nnlang.training.console.TrainingProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the generated sources beside the model file, for whoever wants to use the network from Java.
 *
 * @param folder that of the model file
 */
record JavaBesideModel(Path folder, List<GeneratedFile> files) implements TrainingProgram.Additions {

    /** Says before training that it could not write afterwards. */
    void check() {
        refuseClosedFolder();
        java().refuseForeign(scalar());
        javaSimd().refuseForeign(simd());
    }

    /** Nothing is made yet: the nearest folder that is there must take what is missing. */
    private void refuseClosedFolder() {
        Path nearest = folder.toAbsolutePath().normalize();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
            throw new UserError("cannot write to " + folder + ": " + nearest
                    + (Files.isDirectory(nearest) ? " is read-only" : " is not a directory")
                    + "; choose another one with --out");
        }
    }

    @Override
    public List<String> write(TrainingResult result) {
        java().write(scalar());
        javaSimd().write(simd());
        return Stream.of(said(java(), scalar()), said(javaSimd(), simd()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> said(SourceRoot root, List<GeneratedFile> files) {
        return files.isEmpty() ? Optional.empty() : Optional.of(root + "/ (" + files.size() + " files)");
    }

    private SourceRoot java() {
        return new SourceRoot(folder.resolve("java"));
    }

    /** A folder of their own, since javac must be told of their module. */
    private SourceRoot javaSimd() {
        return new SourceRoot(folder.resolve("java-simd"));
    }

    private List<GeneratedFile> scalar() {
        return files.stream().filter(file -> !file.simd()).toList();
    }

    private List<GeneratedFile> simd() {
        return files.stream().filter(GeneratedFile::simd).toList();
    }
}
