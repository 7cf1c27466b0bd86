package dev.nnlang.compiler;

import dev.nnlang.compiler.Compilation.CompiledNetwork;
import dev.nnlang.compiler.NetworkPipeline.Lowered;
import dev.nnlang.compiler.NetworkPipeline.Rewritten;
import dev.nnlang.compiler.NetworkPipeline.Scheduled;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.emit.Emission;
import dev.nnlang.compiler.emit.java.Element;
import dev.nnlang.compiler.emit.network.Names;
import dev.nnlang.compiler.emit.network.NetworkUnit;
import dev.nnlang.compiler.format.Formatter;
import dev.nnlang.compiler.library.StandardLibrary;
import dev.nnlang.compiler.model.Model;
import dev.nnlang.compiler.model.ModelPrinter;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.parse.Parser;
import dev.nnlang.compiler.resolve.Resolver;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.syntax.SourceUnit;
import dev.nnlang.compiler.syntax.SyntaxPrinter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /** Lays {@code file} out in the one canonical way; comments are kept. */
    public static Formatting format(SourceFile file) {
        Diagnostics diagnostics = new Diagnostics();
        SourceUnit unit = Parser.parse(file, diagnostics);
        return new Formatting(diagnostics.list(), diagnostics.hasErrors() ? "" : Formatter.format(unit));
    }

    /** The pipeline. A stage that found an error gives nothing to the next. */
    private Compilation compile(SourceFile file) {
        return parse(file)
                .flatMap(this::resolve)
                .flatMap(model -> lower(model)
                        .map(this::differentiateAndRewrite)
                        .map(this::schedule)
                        .map(networks -> emit(model, networks)))
                .orElseGet(this::failure);
    }

    private Compilation failure() {
        return new Compilation(diagnostics.list(), List.of(), List.of(), dumps, "", "");
    }

    private Optional<SourceUnit> parse(SourceFile file) {
        SourceUnit unit = Parser.parse(file, diagnostics);
        dumps.put(Stage.SYNTAX, SyntaxPrinter.print(unit));
        return withoutErrors(unit);
    }

    private Optional<Model> resolve(SourceUnit unit) {
        SourceUnit library = Parser.parse(StandardLibrary.source(), diagnostics);
        Optional<Model> model = Resolver.resolve(unit, library, options.params(), diagnostics);
        model.ifPresent(resolved -> dumps.put(Stage.MODEL, ModelPrinter.print(resolved)));
        return model.flatMap(this::withoutErrors);
    }

    private Optional<List<Lowered>> lower(Model model) {
        List<Lowered> networks = model.networks().stream()
                .flatMap(network -> Lowered.of(network, options, diagnostics).stream())
                .toList();
        return withoutErrors(networks);
    }

    private List<Rewritten> differentiateAndRewrite(List<Lowered> networks) {
        List<Rewritten> graphs = networks.stream()
                .map(network -> network.derive(options).rewrite())
                .toList();
        dumps.put(Stage.GRAPH, joined(graphs, Rewritten::dump));
        return graphs;
    }

    private List<Scheduled> schedule(List<Rewritten> networks) {
        List<Scheduled> programs = networks.stream().map(Rewritten::schedule).toList();
        dumps.put(Stage.PROGRAM, joined(programs, Scheduled::dump));
        return programs;
    }

    private Compilation emit(Model model, List<Scheduled> networks) {
        Element element = options.elementType() == Options.ElementType.FLOAT ? Element.FLOAT : Element.DOUBLE;
        List<NetworkUnit> units = networks.stream().map(Scheduled::unit).toList();
        List<GeneratedFile> files = Emission.emit(model, units, element).stream()
                .map(source -> new GeneratedFile(source.path(), source.className(), source.text(), source.simd()))
                .toList();
        dumps.put(Stage.JAVA, files.stream().map(GeneratedFile::text).collect(Collectors.joining("\n")));
        return new Compilation(
                diagnostics.list(),
                files,
                networks.stream().map(network -> compiled(model, network)).toList(),
                dumps,
                joined(networks, Scheduled::explanation),
                joined(networks, Scheduled::costs));
    }

    private static CompiledNetwork compiled(Model model, Scheduled scheduled) {
        Names names = new Names(model);
        Network network = scheduled.network();
        return new CompiledNetwork(
                network.name(),
                scheduled.graphs().summary(),
                names.predictorClass(network),
                scheduled.trainer().map(program -> names.trainerClass(network)).orElse(""),
                network.data().files());
    }

    private static <T> String joined(List<T> networks, Function<T, String> text) {
        return networks.stream().map(text).collect(Collectors.joining("\n"));
    }

    private <T> Optional<T> withoutErrors(T result) {
        return diagnostics.hasErrors() ? Optional.empty() : Optional.of(result);
    }
}
