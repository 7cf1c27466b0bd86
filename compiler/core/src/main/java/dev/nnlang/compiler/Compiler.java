package dev.nnlang.compiler;

import dev.nnlang.compiler.Compilation.CompiledNetwork;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.emit.Element;
import dev.nnlang.compiler.emit.Emission;
import dev.nnlang.compiler.emit.Names;
import dev.nnlang.compiler.emit.NetworkUnit;
import dev.nnlang.compiler.format.Formatter;
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
        return parse(file).flatMap(this::resolve).map(this::compile).orElseGet(this::failure);
    }

    private Compilation failure() {
        return new Compilation(diagnostics.list(), List.of(), List.of(), dumps, "");
    }

    private Compilation compile(Model model) {
        List<NetworkPipeline> networks = model.networks().stream()
                .flatMap(network -> NetworkPipeline.run(network, options, diagnostics).stream())
                .toList();
        if (diagnostics.hasErrors()) {
            return failure();
        }
        dumps.put(Stage.GRAPH, joined(networks, NetworkPipeline::graphDump));
        dumps.put(Stage.PROGRAM, joined(networks, NetworkPipeline::programDump));
        List<GeneratedFile> files = emit(model, networks);
        dumps.put(Stage.JAVA, files.stream().map(GeneratedFile::text).collect(Collectors.joining("\n")));
        return new Compilation(
                diagnostics.list(),
                files,
                networks.stream().map(network -> compiled(model, network)).toList(),
                dumps,
                joined(networks, NetworkPipeline::explanation));
    }

    private List<GeneratedFile> emit(Model model, List<NetworkPipeline> networks) {
        Element element = options.elementType() == Options.ElementType.FLOAT ? Element.FLOAT : Element.DOUBLE;
        List<NetworkUnit> units = networks.stream().map(NetworkPipeline::unit).toList();
        return Emission.emit(model, units, element).stream()
                .map(source -> new GeneratedFile(source.path(), source.className(), source.text(), source.simd()))
                .toList();
    }

    private static CompiledNetwork compiled(Model model, NetworkPipeline network) {
        Names names = new Names(model);
        String trainer = network.trainer().isPresent() ? names.trainerClass(network.network()) : "";
        return new CompiledNetwork(
                network.network().name(),
                network.summary(),
                names.predictorClass(network.network()),
                trainer,
                network.network().data().files());
    }

    private static String joined(List<NetworkPipeline> networks, Function<NetworkPipeline, String> text) {
        return networks.stream().map(text).collect(Collectors.joining("\n"));
    }

    private Optional<SourceUnit> parse(SourceFile file) {
        SourceUnit unit = Parser.parse(file, diagnostics);
        dumps.put(Stage.SYNTAX, SyntaxPrinter.print(unit));
        return diagnostics.hasErrors() ? Optional.empty() : Optional.of(unit);
    }

    private Optional<Model> resolve(SourceUnit unit) {
        SourceUnit library = Parser.parse(StandardLibrary.source(), diagnostics);
        Optional<Model> model = Resolver.resolve(unit, library, options.params(), diagnostics);
        model.ifPresent(resolved -> dumps.put(Stage.MODEL, ModelPrinter.print(resolved)));
        return diagnostics.hasErrors() ? Optional.empty() : model;
    }
}
