package dev.nnlang.compiler.resolve;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Layer;
import dev.nnlang.compiler.source.Span;
import java.util.Optional;

/** Whether the end of a network fits its target, as far as that can be told before shapes are known. */
final class OutputChecks {

    private final Column target;
    private final Diagnostics diagnostics;

    private OutputChecks(Column target, Diagnostics diagnostics) {
        this.target = target;
        this.diagnostics = diagnostics;
    }

    /** @param end the place where the chain reaches its target */
    static void check(Layer output, Column target, Span end, Diagnostics diagnostics) {
        OutputChecks checks = new OutputChecks(target, diagnostics);
        checks.checkSize(output);
        checks.checkSoftmax(output, end);
    }

    private void checkSize(Layer output) {
        Optional<Layer> dense = lastDense(output);
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

    private void checkSoftmax(Layer output, Span end) {
        boolean isSoftmax = isPrimitive(output, "softmax");
        if (target.kind() instanceof Column.OneOf && !isSoftmax) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.MISSING_SOFTMAX, end, target.name())
                    .withHelp("write … -> dense(classes) -> softmax -> " + target.name()));
        }
        if (target.kind() instanceof Column.Real real && real.width() == 1 && isSoftmax) {
            diagnostics.report(Diagnostic.of(DiagnosticKind.POINTLESS_SOFTMAX, output.span())
                    .withSecondary(target.span(), "one number")
                    .withHelp("leave it out: softmax is for choosing one of several values"));
        }
    }

    /** The dense layer that decides how many values come out, if nothing behind it may change that. */
    private static Optional<Layer> lastDense(Layer output) {
        Layer layer = output;
        while (layer.operation() instanceof Layer.Activation || isPrimitive(layer, "softmax")) {
            layer = layer.inputs().get(0);
        }
        return isPrimitive(layer, "dense") ? Optional.of(layer) : Optional.empty();
    }

    private int wanted() {
        return target.kind() instanceof Column.OneOf oneOf
                ? oneOf.labels().size()
                : ((Column.Real) target.kind()).width();
    }

    private static int units(Layer dense) {
        return ((Layer.Primitive) dense.operation()).invocation().whole("units");
    }

    private static boolean isPrimitive(Layer layer, String name) {
        return layer.operation() instanceof Layer.Primitive primitive
                && primitive.invocation().name().equals(name);
    }
}
