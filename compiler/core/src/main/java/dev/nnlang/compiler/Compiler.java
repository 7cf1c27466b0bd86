package dev.nnlang.compiler;

import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.source.SourceFile;
import java.util.List;
import java.util.Map;

/** The compiler: text in, Java source out. Pure: no files, no clock, no randomness. */
public final class Compiler {

    private Compiler() {}

    /** Compiles {@code file}; a mistake of the user's ends up in the result's diagnostics, anything thrown is a bug of ours. */
    public static Compilation compile(SourceFile file, Options options) {
        Diagnostics diagnostics = new Diagnostics();
        return new Compilation(diagnostics.list(), List.of(), List.of(), Map.of(), "");
    }
}
