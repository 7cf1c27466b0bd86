package dev.nnlang.cli;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Compiler;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.source.SourceFile;
import java.nio.file.Path;
import java.util.Optional;

/** Compiles files whose Java is wanted. */
final class Compilations {

    private Compilations() {}

    /**
     * Compiles {@code path} and shows what there is to say of it; empty if there are errors.
     *
     * <p>Twice: messages call the file what the user called it, so that a click finds it; generated comments call it by
     * its bare name, so that no machine's folders get into them.
     */
    static Optional<Compilation> of(Path path, Options options, Report report) {
        SourceFile typed = Sources.asTyped(path);
        Compilation shown = Compiler.compile(typed, options);
        report.show(shown.diagnostics());
        return shown.hasErrors() ? Optional.empty() : Optional.of(Compiler.compile(Sources.asGenerated(path), options));
    }
}
