package dev.nnlang.compiler.model;

import dev.nnlang.compiler.formula.Printer;
import dev.nnlang.compiler.library.Notation;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints a model for developers: every default written out, every name bound, a line a thing. */
public final class ModelPrinter {

    private final StringBuilder out = new StringBuilder();

    private ModelPrinter() {}

    public static String print(Model model) {
        ModelPrinter printer = new ModelPrinter();
        printer.line(
                "model %s%s", model.source().name(), model.packageName().isEmpty() ? "" : " in " + model.packageName());
        model.dataSets().forEach(printer::data);
        model.networks().forEach(printer::network);
        return printer.out.toString();
    }

    private void data(DataSet data) {
        line("data %s", data.name());
        data.inputs().forEach(column -> column("input", column));
        data.targets().forEach(column -> column("target", column));
        data.source().ifPresent(source -> line("  source %s", call(source)));
        data.test().ifPresent(test -> line("  test %s", call(test)));
        line("  split %s", call(data.split()));
        if (!data.ignored().isEmpty()) {
            line("  ignore %s", data.ignored().stream().map(Notation::of).collect(Collectors.joining(", ")));
        }
        policy(data.policy());
    }

    private void policy(RowPolicy policy) {
        if (policy.dropsMissing()) {
            line("  missing drop");
        }
        if (policy.balanced()) {
            line("  balance classes");
        }
        if (!policy.augmentations().isEmpty()) {
            line(
                    "  augment %s",
                    policy.augmentations().stream().map(ModelPrinter::call).collect(Collectors.joining(", ")));
        }
        policy.buffer().ifPresent(rows -> line("  stream %d", rows));
    }

    private void column(String role, Column column) {
        String header = column.header().equals(column.name()) ? "" : " " + Notation.of(column.header());
        String transforms = column.transforms().stream()
                .map(transform -> " -> " + call(transform))
                .collect(Collectors.joining());
        line("  %s %s%s: %s%s", role, column.name(), header, kind(column.kind()), transforms);
    }

    private static String kind(Column.Kind kind) {
        if (kind instanceof Column.Image image) {
            return "image(%dx%dx%d)".formatted(image.height(), image.width(), image.channels());
        }
        if (kind instanceof Column.OneOf oneOf) {
            return "one of " + oneOf.labels().stream().map(ModelPrinter::label).collect(Collectors.joining(", "));
        }
        if (kind instanceof Column.Text) {
            return "text";
        }
        Column.Real real = (Column.Real) kind;
        return (real.whole() ? "integer[" : "real[") + real.width() + "]";
    }

    private static String label(Column.Label label) {
        return label.name().equals(label.written()) ? label.name() : label.name() + " " + Notation.of(label.written());
    }

    private void network(Network network) {
        line("network %s for %s", network.name(), network.data().name());
        network.layers().forEach(this::layer);
        network.outputs()
                .forEach(output -> line(
                        "  %s -> %s", output.layer().name(), output.target().name()));
        network.training().ifPresent(training -> training(network, training));
    }

    private void layer(Layer layer) {
        String inputs = layer.inputs().stream().map(Layer::name).collect(Collectors.joining(", "));
        String weights = layer.sharing()
                .map(owner -> ", with the weights of " + owner.name())
                .orElse("");
        line(
                "  %s = %s%s%s",
                layer.name(), operation(layer.operation()), inputs.isEmpty() ? "" : " of " + inputs, weights);
    }

    private static String operation(Layer.Operation operation) {
        if (operation instanceof Layer.Input input) {
            return "columns " + input.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        }
        if (operation instanceof Layer.Primitive primitive) {
            return call(primitive.invocation());
        }
        Layer.Activation activation = (Layer.Activation) operation;
        String learned =
                activation.learned().stream().map(ModelPrinter::learned).collect(Collectors.joining());
        return "%s(%s%s) { %s }"
                .formatted(activation.name(), activation.argument(), learned, Printer.print(activation.body()));
    }

    private static String learned(Layer.Learned learned) {
        return "; learn %s = %s%s"
                .formatted(learned.name(), Notation.of(learned.initial()), learned.perChannel() ? " per channel" : "");
    }

    private void training(Network network, Training training) {
        line("train %s", network.name());
        for (int i = 0; i < network.outputs().size(); i++) {
            line("  loss%s %s", of(network, i), term(training.loss().terms().get(i)));
        }
        line("  optimizer %s", call(training.optimizer()));
        if (!training.regularizers().isEmpty()) {
            line(
                    "  regularize %s",
                    training.regularizers().stream().map(ModelPrinter::call).collect(Collectors.joining(", ")));
        }
        training.clip().ifPresent(clip -> line("  clip %s", call(clip)));
        line("  batch %s", training.batch().isPresent() ? training.batch().getAsInt() : "all");
        line("  seed %d", training.seed());
        line("  until %s", condition(training.until()));
        if (!training.watch().isEmpty()) {
            line("  watch %s", String.join(", ", training.watch()));
        }
    }

    /** {@code  of price}, where there are others. */
    private static String of(Network network, int output) {
        return network.outputs().size() == 1
                ? ""
                : " of " + network.targets().get(output).name();
    }

    private static String term(Training.Term term) {
        return (term.weight() == 1 ? "" : Notation.of(term.weight()) + " * ") + loss(term.loss());
    }

    private static String loss(Training.Loss loss) {
        if (loss instanceof Training.FormulaLoss formula) {
            return "%s(%s, %s) { %s }"
                    .formatted(formula.name(), formula.output(), formula.target(), Printer.print(formula.body()));
        }
        return call(((Training.PrimitiveLoss) loss).invocation());
    }

    private static String condition(StopCondition condition) {
        if (condition instanceof StopCondition.And and) {
            return "(" + condition(and.left()) + " and " + condition(and.right()) + ")";
        }
        if (condition instanceof StopCondition.Or or) {
            return "(" + condition(or.left()) + " or " + condition(or.right()) + ")";
        }
        if (condition instanceof StopCondition.NoImprovement patience) {
            return "no_improvement(" + patience.metric() + ", epochs: " + patience.epochs() + ")";
        }
        StopCondition.Comparison comparison = (StopCondition.Comparison) condition;
        return comparison.quantity() + " " + comparison.operator().symbol() + " " + Notation.of(comparison.value());
    }

    private static String call(Invocation invocation) {
        return invocation.arguments().isEmpty()
                ? invocation.name()
                : invocation.name()
                        + invocation.arguments().entrySet().stream()
                                .map(ModelPrinter::argument)
                                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String argument(Map.Entry<String, Object> argument) {
        Object value = argument.getValue();
        return argument.getKey() + ": " + (value instanceof Invocation call ? call(call) : Notation.of(value));
    }

    private void line(String format, Object... arguments) {
        out.append(format.formatted(arguments)).append('\n');
    }
}
