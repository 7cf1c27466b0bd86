package dev.nnlang.compiler.resolve.network;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.resolve.scope.Constants;
import dev.nnlang.compiler.resolve.scope.Declarations;
import dev.nnlang.compiler.resolve.scope.Params;
import dev.nnlang.compiler.resolve.scope.ReferencedNames;
import dev.nnlang.compiler.resolve.scope.Scope;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Name;
import dev.nnlang.compiler.syntax.Statement;
import dev.nnlang.compiler.syntax.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for what is wrong with a block wherever it is used. What its layers do is checked where they are put. */
public final class BlockChecks {

    private final Declarations declarations;
    private final Params params;
    private final Diagnostics diagnostics;

    public BlockChecks(Scope scope) {
        this.declarations = scope.declarations();
        this.params = scope.params();
        this.diagnostics = scope.diagnostics();
    }

    public void check(Declaration.Block block) {
        checkNames(block);
        checkParameters(block);
        checkEnd(block);
        checkCycle(block);
    }

    private void checkNames(Declaration.Block block) {
        Map<String, Name> seen = new HashMap<>();
        for (Declaration.Parameter parameter : block.parameters()) {
            Name name = parameter.name();
            Name earlier = seen.putIfAbsent(name.text(), name);
            if (earlier != null) {
                diagnostics.report(Diagnostic.of(DiagnosticKind.REPEATED_NAME, name.span(), name.text())
                        .withSecondary(earlier.span(), "first declared here")
                        .withHelp("choose another name"));
            } else {
                owner(name.text())
                        .ifPresent(owner ->
                                diagnostics.report(DiagnosticKind.TAKEN_NAME, name.span(), name.text(), owner));
            }
        }
    }

    private Optional<String> owner(String name) {
        if (params.declares(name)) {
            return Optional.of("a param of this file");
        }
        if (Terminals.isOfBlock(name)) {
            return Optional.of("the way into a block or out of it");
        }
        if (name.equals(Constants.CLASSES)) {
            return Optional.of("the number of values of a target");
        }
        return declarations
                .layerOwner(name)
                .or(() -> declarations.find(Declaration.class, name).map(declared -> "something else in this file"));
    }

    private void checkParameters(Declaration.Block block) {
        List<Syntax> readers = new ArrayList<>(block.body());
        block.parameters().forEach(parameter -> parameter.defaultValue().ifPresent(readers::add));
        Set<String> mentioned = ReferencedNames.of(readers);
        for (Declaration.Parameter parameter : block.parameters()) {
            Name name = parameter.name();
            if (parameter.learn()) {
                diagnostics.report(DiagnosticKind.MISPLACED_LEARN, parameter.span(), "block");
            } else if (owner(name.text()).isEmpty() && !mentioned.contains(name.text())) {
                diagnostics.report(DiagnosticKind.UNUSED_PARAMETER, name.span(), name.text(), "block");
            }
        }
    }

    private void checkEnd(Declaration.Block block) {
        if (block.body().stream().noneMatch(Statement.Chain.class::isInstance)) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.MISSING_TARGET,
                            block.name().span(),
                            block.name().text(),
                            "`out`")
                    .withHelp("add one: in -> … -> out"));
        }
    }

    /** Tells of each cycle once, at the first block of it. */
    private void checkCycle(Declaration.Block block) {
        List<String> cycle = declarations.cycle(block);
        String first = declarations.names(Declaration.Block.class).stream()
                .filter(cycle::contains)
                .findFirst()
                .orElse("");
        if (first.equals(block.name().text())) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.RECURSION, block.name().span(), first)
                    .withHelp("it would never come to an end: " + String.join(" uses ", cycle) + " uses " + first));
        }
    }
}
