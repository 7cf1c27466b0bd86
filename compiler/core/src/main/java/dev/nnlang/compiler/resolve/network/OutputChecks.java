package dev.nnlang.compiler.resolve.network;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.formula.Formulas;
import dev.nnlang.compiler.library.OutputForm;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.resolve.scope.Constants;
import dev.nnlang.compiler.source.Span;
import java.util.Optional;

/** Whether the end of a network fits its target, as far as that can be told before shapes are known. */
final class OutputChecks {

    private final Layer output;
    private final Column target;
    private final Span end;
    private final Optional<String> loss;
    private final Diagnostics diagnostics;

    /**
     * @param end the place where the chain reaches its target
     * @param loss the name of what the network is trained with
     */
    OutputChecks(Layer output, Column target, Span end, Optional<String> loss, Diagnostics diagnostics) {
        this.output = output;
        this.target = target;
        this.end = end;
        this.loss = loss;
        this.diagnostics = diagnostics;
    }

    void run() {
        checkSize();
        Optional<OutputForm> ending = loss.flatMap(OutputForm::of);
        if (target.kind() instanceof Column.OneOf) {
            checkLabels(ending.filter(OutputForm::isOfLabels).orElse(OutputForm.PROBABILITIES));
        } else {
            checkNumbers(ending);
        }
    }

    private void checkSize() {
        Optional<Layer> dense = lastDense();
        int wanted = wanted();
        if (dense.isEmpty() || units(dense.get()) == wanted) {
            return;
        }
        boolean isChoice = target.kind() instanceof Column.OneOf;
        String has = wanted + (isChoice ? " classes" : wanted == 1 ? " value" : " values");
        diagnostics.report(Diagnostic.of(
                        DiagnosticKind.OUTPUT_MISMATCH,
                        dense.get().span(),
                        units(dense.get()) == 1 ? "1 value" : units(dense.get()) + " values",
                        target.name(),
                        has)
                .withSecondary(target.span(), has)
                .withHelp("write dense(" + (isChoice ? Constants.CLASSES : wanted) + ")"));
    }

    private void checkLabels(OutputForm ending) {
        boolean isSoftmax = output.isPrimitive("softmax");
        if (ending == OutputForm.PROBABILITIES && !isSoftmax) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.MISSING_SOFTMAX, end, target.name())
                    .withHelp("write … -> dense(classes) -> softmax -> " + target.name()));
        }
        if (ending == OutputForm.SCORES && isSoftmax) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.SURPLUS_SOFTMAX, output.span(), loss.orElseThrow())
                    .withHelp("leave softmax out: … -> dense(classes) -> " + target.name()));
        }
    }

    private void checkNumbers(Optional<OutputForm> ending) {
        if (target.kind() instanceof Column.Real real && real.width() == 1 && output.isPrimitive("softmax")) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.POINTLESS_SOFTMAX, output.span())
                    .withSecondary(target.span(), "one number")
                    .withHelp("leave it out: softmax is for choosing one of several values"));
        } else if (ending.equals(Optional.of(OutputForm.SIGMOID)) && !isSigmoid()) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.MISSING_SIGMOID, end, loss.orElseThrow())
                    .withHelp("write … -> sigmoid -> " + target.name()));
        }
    }

    /** Whatever it is called. */
    private boolean isSigmoid() {
        return output.operation() instanceof Layer.Activation activation
                && activation.body().equals(Formulas.sigmoid(Formula.variable(activation.argument())));
    }

    /** The dense layer that decides how many values come out, if nothing behind it may change that. */
    private Optional<Layer> lastDense() {
        Layer layer = output;
        while (layer.operation() instanceof Layer.Activation || layer.isPrimitive("softmax")) {
            layer = layer.inputs().get(0);
        }
        return layer.isPrimitive("dense") ? Optional.of(layer) : Optional.empty();
    }

    private int wanted() {
        return target.kind() instanceof Column.OneOf oneOf
                ? oneOf.labels().size()
                : target.kind().features();
    }

    private static int units(Layer dense) {
        return ((Layer.Primitive) dense.operation()).invocation().whole("units");
    }
}
