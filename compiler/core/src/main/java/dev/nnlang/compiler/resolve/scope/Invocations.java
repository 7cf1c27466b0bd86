package dev.nnlang.compiler.resolve.scope;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.diagnostic.Suggestion;
import dev.nnlang.compiler.library.Signature;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.library.Signatures;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** Calls of what the table of signatures knows. An empty result has been reported. */
public final class Invocations {

    private final Diagnostics diagnostics;
    private final ArgumentValues values;

    Invocations(Constants constants, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.values = new ArgumentValues(this, constants, diagnostics);
    }

    /** What {@code written} calls, which must be of {@code category}; {@code noun} is what a message calls its place. */
    public Optional<Invocation> resolve(Category category, String noun, Expression written) {
        Optional<Expression.Call> call = Calls.of(written);
        if (call.isEmpty()) {
            String wanted = category.article() + " " + category.noun();
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.WRONG_TYPE,
                            written.span(),
                            noun,
                            noun.equals(wanted) ? "called by its name" : wanted,
                            Calls.describe(written))
                    .withHelp(choices(category))
                    .withHelp("for example " + example(category)));
            return Optional.empty();
        }
        return resolve(category, call.get());
    }

    /** What {@code call} calls, which must be of {@code category}. */
    public Optional<Invocation> resolve(Category category, Expression.Call call) {
        Optional<Signature> row = Signatures.find(category, call.callee().text());
        if (row.isEmpty()) {
            unknown(category, call);
            return Optional.empty();
        }
        return resolve(row.get(), call);
    }

    /** The call of {@code row}, if that is supported. */
    public Optional<Invocation> resolve(Signature row, Expression.Call call) {
        if (!row.supported()) {
            planned(row, call);
            return Optional.empty();
        }
        return Arguments.bind(row, call, values::of, diagnostics)
                .map(arguments -> new Invocation(row, arguments, call.span()));
    }

    public ArgumentValues values() {
        return values;
    }

    private void planned(Signature row, Expression.Call call) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticKind.NOT_SUPPORTED_YET,
                        call.span(),
                        "the " + row.category().noun() + " `" + row.name() + "`")
                .withHelp("it will be written " + row.usage() + ": " + row.doc()));
    }

    private void unknown(Category category, Expression.Call call) {
        String name = call.callee().text();
        Diagnostic unknown =
                Diagnostic.of(kind(category), call.callee().span(), name).withHelp(choices(category));
        diagnostics.report(Suggestion.didYouMean(name, names(category))
                .map(unknown::withNote)
                .orElse(unknown));
    }

    private static String choices(Category category) {
        return "choose one of these: " + String.join(", ", Signatures.supported(category));
    }

    /** How the first of a category is used: {@code split: random(train: 70%, …)}, or at least written. */
    private static String example(Category category) {
        Signature first =
                Signatures.find(category, Signatures.supported(category).get(0)).orElseThrow();
        String[] lines = first.example().split("\n");
        return lines[lines.length - 1];
    }

    private static List<String> names(Category category) {
        return Signatures.all().stream()
                .filter(row -> row.category() == category)
                .map(Signature::name)
                .toList();
    }

    private static DiagnosticKind kind(Category category) {
        return switch (category) {
            case OPTIMIZER -> DiagnosticKind.UNKNOWN_OPTIMIZER;
            case SCHEDULE -> DiagnosticKind.UNKNOWN_SCHEDULE;
            case REGULARIZER -> DiagnosticKind.UNKNOWN_REGULARIZER;
            case CLIP -> DiagnosticKind.UNKNOWN_CLIP;
            case INITIALIZER -> DiagnosticKind.UNKNOWN_INITIALIZER;
            case TRANSFORM -> DiagnosticKind.UNKNOWN_TRANSFORM;
            case SOURCE -> DiagnosticKind.UNKNOWN_SOURCE;
            case SPLIT -> DiagnosticKind.UNKNOWN_SPLIT;
            case COLUMN_TYPE -> DiagnosticKind.UNKNOWN_COLUMN_TYPE;
            case AUGMENTATION -> DiagnosticKind.UNKNOWN_AUGMENTATION;
            case CONDITION -> DiagnosticKind.UNKNOWN_CONDITION;
            default -> throw new IllegalArgumentException(category + " is not looked up by its name alone");
        };
    }
}
