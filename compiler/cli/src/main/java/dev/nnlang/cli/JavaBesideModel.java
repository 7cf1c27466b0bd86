package dev.nnlang.cli;

import dev.nnlang.compiler.GeneratedFile;
import dev.nnlang.training.TrainingResult;
import dev.nnlang.training.console.TrainingProgram;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the generated sources beside the model file, for whoever wants to use the network from Java.
 *
 * @param folder that of the model file
 */
record JavaBesideModel(Path folder, List<GeneratedFile> files) implements TrainingProgram.Additions {

    /** Says before training that it could not write afterwards. */
    void check() {
        new SourceRoot(java()).refuseForeign(files);
    }

    @Override
    public List<String> write(TrainingResult result) {
        new SourceRoot(java()).write(files);
        return List.of(java() + "/ (" + files.size() + " files)");
    }

    private Path java() {
        return folder.resolve("java");
    }
}
