package dev.nnlang.compiler.resolve;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.DataSet;
import dev.nnlang.compiler.model.Definition;
import dev.nnlang.compiler.model.Model;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.model.Training;
import dev.nnlang.compiler.resolve.data.DataResolver;
import dev.nnlang.compiler.resolve.data.Rows;
import dev.nnlang.compiler.resolve.network.BlockChecks;
import dev.nnlang.compiler.resolve.network.NetworkResolver;
import dev.nnlang.compiler.resolve.scope.Declarations;
import dev.nnlang.compiler.resolve.scope.LossTerm;
import dev.nnlang.compiler.resolve.scope.Params;
import dev.nnlang.compiler.resolve.scope.Scope;
import dev.nnlang.compiler.resolve.training.Targets;
import dev.nnlang.compiler.resolve.training.TrainingResolver;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import dev.nnlang.compiler.syntax.Name;
import dev.nnlang.compiler.syntax.SourceUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From syntax to model: binds names, fills in defaults, checks all that can be checked before shapes are known. */
public final class Resolver {

    private final SourceUnit file;
    private final Declarations declarations;
    private final Scope scope;
    private final Diagnostics diagnostics;
    private final Map<String, Rows> data = new LinkedHashMap<>();
    private final Map<String, NetworkResolver> networks = new LinkedHashMap<>();
    private final Map<String, Training> trainings = new HashMap<>();

    private Resolver(SourceUnit file, SourceUnit standardLibrary, Map<String, String> params, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
        this.declarations = new Declarations(file, standardLibrary, diagnostics);
        Params values = new Params(declarations.all(Declaration.Param.class), params, diagnostics);
        values.check(file.span());
        this.scope = Scope.of(declarations, values, diagnostics);
    }

    /**
     * Resolves a file that was parsed without errors.
     *
     * @param standardLibrary {@code std.nn}, parsed
     * @param params values, as they would be written, that replace those of {@code param} declarations
     * @return the model, if nothing is wrong with it; everything that is wrong is in {@code diagnostics}
     */
    public static Optional<Model> resolve(
            SourceUnit file, SourceUnit standardLibrary, Map<String, String> params, Diagnostics diagnostics) {
        Resolver resolver = new Resolver(file, standardLibrary, params, diagnostics);
        resolver.resolve();
        return diagnostics.hasErrors() ? Optional.empty() : Optional.of(resolver.model());
    }

    /** What {@code standardLibrary} declares, in its order. */
    public static List<Definition> define(SourceUnit standardLibrary, Diagnostics diagnostics) {
        Declarations declarations = new Declarations(standardLibrary, standardLibrary, new Diagnostics());
        Scope scope = Scope.of(declarations, new Params(List.of(), Map.of(), diagnostics), diagnostics);
        return new LibraryDefinitions(scope).of(standardLibrary);
    }

    private void resolve() {
        resolveData();
        declarations.all(Declaration.Activation.class).forEach(scope.formulas()::check);
        declarations.all(Declaration.Loss.class).forEach(scope.formulas()::check);
        declarations.all(Declaration.Block.class).forEach(new BlockChecks(scope)::check);
        declarations.all(Declaration.Network.class).forEach(this::resolve);
        resolveTrainings();
        checkNames();
        Set<String> connected = new HashSet<>();
        networks.forEach((name, network) -> {
            if (network.isConnected()) {
                connected.add(name);
            }
        });
        new UnusedDeclarations(declarations, connected, diagnostics).check(file);
    }

    private void resolveData() {
        DataResolver resolver = new DataResolver(scope.constants(), scope.invocations(), diagnostics);
        for (Declaration.Data declared : declarations.all(Declaration.Data.class)) {
            data.putIfAbsent(declared.name().text(), resolver.resolve(declared));
        }
    }

    private void resolve(Declaration.Network network) {
        Rows rows = data.get(network.data().text());
        if (rows == null) {
            unknown(
                    DiagnosticKind.UNKNOWN_DATA,
                    network.data(),
                    data.keySet(),
                    "data " + network.data().text() + " { … }");
            return;
        }
        NetworkResolver resolver =
                new NetworkResolver(network, rows, losses(network.name().text()), scope);
        resolver.resolve();
        networks.putIfAbsent(network.name().text(), resolver);
    }

    /** What {@code network} is trained with, as it is written. */
    private List<LossTerm> losses(String network) {
        return declarations.all(Declaration.Train.class).stream()
                .filter(train -> train.name().text().equals(network))
                .flatMap(train -> train.settings().stream())
                .filter(setting -> setting.name().text().equals("loss"))
                .flatMap(setting -> setting.values().stream())
                .flatMap(value -> LossTerm.of(value, new ArrayList<>()).stream())
                .toList();
    }

    private void resolveTrainings() {
        Map<String, Declaration.Train> seen = new HashMap<>();
        for (Declaration.Train train : declarations.all(Declaration.Train.class)) {
            String name = train.name().text();
            Declaration.Train earlier = seen.putIfAbsent(name, train);
            if (earlier != null) {
                diagnostics.report(
                        Diagnostic.of(DiagnosticKind.TRAINED_TWICE, train.name().span(), name)
                                .withSecondary(earlier.name().span(), "first trained here")
                                .withHelp("keep one of them; what differs can be set when training starts"));
            }
            resolve(train).ifPresent(training -> trainings.put(name, training));
        }
    }

    private Optional<Training> resolve(Declaration.Train train) {
        String name = train.name().text();
        Optional<Declaration.Network> network = declarations.find(Declaration.Network.class, name);
        if (network.isEmpty()) {
            List<String> known = declarations.names(Declaration.Network.class);
            unknown(DiagnosticKind.UNKNOWN_NETWORK, train.name(), known, "network " + name + " for … { … }");
        }
        Optional<Rows> rows = network.map(declared -> data.get(declared.data().text()));
        List<Column> predicted = rows.filter(Rows::sound)
                .flatMap(sound -> Optional.ofNullable(networks.get(name)))
                .map(NetworkResolver::targets)
                .orElse(List.of());
        return new TrainingResolver(train, new Targets(name, predicted, rows), scope).resolve();
    }

    private void unknown(DiagnosticKind kind, Name name, Collection<String> known, String example) {
        Diagnostic unknown = Diagnostic.of(kind, name.span(), name.text())
                .withHelp(known.isEmpty() ? "declare it: " + example : "declared here: " + String.join(", ", known));
        diagnostics.report(
                Suggestion.didYouMean(name.text(), known).map(unknown::withNote).orElse(unknown));
    }

    private void checkNames() {
        GeneratedNames names = new GeneratedNames(diagnostics);
        names.checkPackage(file.packageName());
        data.values().forEach(rows -> names.check(rows.data()));
        declarations.all(Declaration.Network.class).forEach(names::check);
    }

    private Model model() {
        List<DataSet> dataSets = data.values().stream().map(Rows::data).toList();
        List<Network> resolved = new ArrayList<>();
        networks.forEach((name, network) -> resolved.add(network.network(Optional.ofNullable(trainings.get(name)))));
        String packageName = file.packageName().map(Expression.Reference::text).orElse("");
        return new Model(file.span().file(), packageName, dataSets, resolved);
    }
}
