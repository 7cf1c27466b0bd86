package dev.nnlang.compiler;

import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.library.StandardLibrary;
import dev.nnlang.compiler.model.Model;
import dev.nnlang.compiler.model.ModelPrinter;
import dev.nnlang.compiler.parse.Parser;
import dev.nnlang.compiler.resolve.Resolver;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.syntax.SourceUnit;
import dev.nnlang.compiler.syntax.SyntaxPrinter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The compiler: text in, Java source out. Pure: no files, no clock, no randomness. */
public final class Compiler {

    private final Options options;
    private final Diagnostics diagnostics = new Diagnostics();
    private final Map<Stage, String> dumps = new EnumMap<>(Stage.class);

    private Compiler(Options options) {
        this.options = options;
    }

    /** Compiles {@code file}; a mistake of the user's ends up in the result's diagnostics, anything thrown is a bug of ours. */
    public static Compilation compile(SourceFile file, Options options) {
        return new Compiler(options).compile(file);
    }

    /** The pipeline. A stage that found an error gives nothing to the next. */
    private Compilation compile(SourceFile file) {
        Optional<Model> model = parse(file).flatMap(this::resolve);
        model.ifPresent(resolved -> dumps.put(Stage.MODEL, ModelPrinter.print(resolved)));
        return new Compilation(diagnostics.list(), List.of(), List.of(), dumps, "");
    }

    private Optional<SourceUnit> parse(SourceFile file) {
        SourceUnit unit = Parser.parse(file, diagnostics);
        dumps.put(Stage.SYNTAX, SyntaxPrinter.print(unit));
        return diagnostics.hasErrors() ? Optional.empty() : Optional.of(unit);
    }

    private Optional<Model> resolve(SourceUnit unit) {
        SourceUnit library = Parser.parse(StandardLibrary.source(), diagnostics);
        return Resolver.resolve(unit, library, options.params(), diagnostics);
    }
}
