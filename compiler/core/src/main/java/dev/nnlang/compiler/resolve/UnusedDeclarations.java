package dev.nnlang.compiler.resolve;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.resolve.data.ColumnResolver;
import dev.nnlang.compiler.resolve.network.Terminals;
import dev.nnlang.compiler.resolve.scope.Declarations;
import dev.nnlang.compiler.resolve.scope.ReferencedNames;
import dev.nnlang.compiler.source.Span;
import dev.nnlang.compiler.syntax.DataItem;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Name;
import dev.nnlang.compiler.syntax.SourceUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Looks for what is declared and never used. */
final class UnusedDeclarations {

    private final Declarations declarations;
    private final Set<String> connected;
    private final Diagnostics diagnostics;

    /** @param connected the networks of which it is known what they read and predict */
    UnusedDeclarations(Declarations declarations, Set<String> connected, Diagnostics diagnostics) {
        this.declarations = declarations;
        this.connected = connected;
        this.diagnostics = diagnostics;
    }

    void check(SourceUnit file) {
        List<Declaration.Network> networks = declarations.all(Declaration.Network.class);
        if (networks.isEmpty()) {
            diagnostics.report(DiagnosticKind.NO_NETWORK, new Span(file.span().file(), 0, 0));
            return;
        }
        Set<String> mentioned = ReferencedNames.of(file.declarations());
        boolean allKnown = networks.stream().allMatch(network -> declarations
                .find(Declaration.Data.class, network.data().text())
                .isPresent());
        if (allKnown) {
            check(Declaration.Data.class, "the data", "add a network for it", mentioned);
        }
        check(Declaration.Block.class, "the block", "use it, or remove it", mentioned);
        check(Declaration.Param.class, "the param", "use it, or remove it", mentioned);
        check(Declaration.Activation.class, "the activation", "use it, or remove it", mentioned);
        check(Declaration.Loss.class, "the loss", "use it, or remove it", mentioned);
        declarations.all(Declaration.Data.class).forEach(data -> checkColumns(data, networks));
    }

    private <T extends Declaration> void check(Class<T> kind, String what, String help, Set<String> mentioned) {
        declarations.all(kind).stream()
                .filter(declarations::isValid)
                .filter(declaration -> !mentioned.contains(declaration.name().text()))
                .forEach(declaration -> diagnostics.report(Diagnostic.of(
                                DiagnosticKind.UNUSED_DECLARATION,
                                declaration.name().span(),
                                what,
                                declaration.name().text())
                        .withHelp(help)));
    }

    private void checkColumns(Declaration.Data data, List<Declaration.Network> networks) {
        List<Declaration.Network> users = networks.stream()
                .filter(network -> network.data().text().equals(data.name().text()))
                .toList();
        if (users.isEmpty()
                || !connected.containsAll(
                        users.stream().map(network -> network.name().text()).toList())) {
            return;
        }
        Set<String> mentioned = ReferencedNames.of(users);
        Predicate<DataItem.Columns> allAtOnce =
                item -> item.role() == DataItem.Role.INPUT && mentioned.contains(Terminals.INPUT);
        data.items().stream()
                .filter(DataItem.Columns.class::isInstance)
                .map(DataItem.Columns.class::cast)
                .filter(allAtOnce.negate())
                .filter(item -> !ColumnResolver.isNamed(item.type(), "text"))
                .flatMap(item -> item.names().stream())
                .map(DataItem.ColumnName::name)
                .filter(name -> !mentioned.contains(name.text()))
                .forEach(this::unusedColumn);
    }

    private void unusedColumn(Name name) {
        diagnostics.report(Diagnostic.of(DiagnosticKind.UNUSED_COLUMN, name.span(), name.text())
                .withHelp("use it in a network, or leave it in the file unread: ignore: " + name.text()));
    }
}
