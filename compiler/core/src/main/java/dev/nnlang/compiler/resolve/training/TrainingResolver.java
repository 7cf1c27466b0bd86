package dev.nnlang.compiler.resolve.training;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.formula.ComparisonOperator;
import dev.nnlang.compiler.library.Parameter;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.library.Signatures;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.StopCondition;
import dev.nnlang.compiler.model.Training;
import dev.nnlang.compiler.resolve.scope.Calls;
import dev.nnlang.compiler.resolve.scope.Scope;
import dev.nnlang.compiler.resolve.scope.Settings;
import dev.nnlang.compiler.syntax.Argument;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Resolves one {@code train}. What is not said has the default that the table of settings names. */
public final class TrainingResolver {

    private static final int STANDARD_EPOCHS = 20;

    private final Declaration.Train train;
    private final Scope scope;
    private final Diagnostics diagnostics;
    private final Settings settings;
    private final Metrics metrics;
    private final ObjectiveResolver objectives;

    public TrainingResolver(Declaration.Train train, Targets targets, Scope scope) {
        this.train = train;
        this.scope = scope;
        this.diagnostics = scope.diagnostics();
        this.settings = new Settings(Category.TRAIN_SETTING, "train", train.settings(), diagnostics);
        this.metrics = new Metrics(targets, scope.invocations(), diagnostics);
        this.objectives = new ObjectiveResolver(targets, scope);
    }

    /** The training; empty if something is wrong, which is reported. */
    public Optional<Training> resolve() {
        Optional<Training.Objective> loss = required(
                        "loss", "loss: cross_entropy, or loss: mean_squared_error for a number")
                .flatMap(objectives::resolve);
        Optional<Invocation> optimizer = required("optimizer", "optimizer: sgd(rate: 0.1, momentum: 0.9)")
                .flatMap(this::optimizer);
        List<Invocation> regularizers = new RegularizerResolver(scope).resolve(settings.values("regularize"));
        Optional<Invocation> clip = settings.value("clip")
                .flatMap(value -> scope.invocations().resolve(Category.CLIP, "what clips", value));
        OptionalInt batch = batch();
        long seed = whole("seed");
        StopCondition until = settings.value("until")
                .flatMap(new ConditionResolver(metrics, scope)::resolve)
                .orElse(new StopCondition.Comparison("epoch", ComparisonOperator.EQUAL, STANDARD_EPOCHS));
        List<String> watch = watch();
        return loss.flatMap(known -> optimizer.map(sgd -> new Training(
                known,
                sgd,
                regularizers,
                clip,
                batch,
                seed,
                until,
                watch,
                train.name().span())));
    }

    private Optional<Invocation> optimizer(Expression written) {
        return scope.invocations()
                .resolve(Category.OPTIMIZER, "an optimizer", written)
                .flatMap(optimizer -> optimizer
                        .call("rate")
                        .filter(schedule -> schedule.has("metric"))
                        .map(schedule -> measuring(optimizer, schedule, (Expression.Call) written))
                        .orElse(Optional.of(optimizer)));
    }

    /** With the metric that a schedule of the rate looks at as trainers call it. */
    private Optional<Invocation> measuring(Invocation optimizer, Invocation schedule, Expression.Call written) {
        return written.arguments().stream()
                .map(Argument::value)
                .filter(value -> value.span().equals(schedule.span()))
                .findFirst()
                .flatMap(value -> metrics.argument((Expression.Call) value, schedule))
                .map(metric -> optimizer.with("rate", schedule.with("metric", metric)));
    }

    private Optional<Expression> required(String setting, String example) {
        Optional<Expression> value = settings.value(setting);
        if (value.isEmpty()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.MISSING_SETTING,
                            train.name().span(),
                            train.name().text(),
                            setting)
                    .withHelp("add " + example));
        }
        return value;
    }

    private OptionalInt batch() {
        boolean all = settings.value("batch").flatMap(Calls::of).stream()
                .anyMatch(call -> call.callee().text().equals("all") && !call.parentheses());
        return all ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(whole("batch")));
    }

    /** The value of a setting that is a whole number. */
    private long whole(String setting) {
        Parameter parameter = Signatures.find(Category.TRAIN_SETTING, setting)
                .orElseThrow()
                .parameters()
                .get(0);
        return (long) settings.value(setting)
                .flatMap(value -> scope.invocations().values().of(parameter, value))
                .or(parameter::defaultValue)
                .orElseThrow();
    }

    private List<String> watch() {
        List<String> watched = new ArrayList<>();
        for (Expression value : settings.values("watch")) {
            metrics.watched(value).ifPresent(metric -> {
                if (watched.contains(metric)) {
                    diagnostics.report(Diagnostic.of(DiagnosticKind.REPEATED_ARGUMENT, value.span(), metric)
                            .withHelp("once is enough: remove one of them"));
                }
                watched.add(metric);
            });
        }
        return watched;
    }
}
