package dev.nnlang.compiler.lower;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Network;
import java.util.List;

/** Whether what a network says has the size of what it is to say. */
final class OutputCheck {

    private OutputCheck() {}

    static boolean fits(Network.Output output, Value value, Diagnostics diagnostics) {
        Column target = output.target();
        int wanted = target.kind() instanceof Column.OneOf oneOf
                ? oneOf.labels().size()
                : target.kind() instanceof Column.Real real ? real.width() : 1;
        if (value.shape().perRow() && value.shape().sizes().equals(List.of(wanted))) {
            return true;
        }
        boolean classes = target.kind() instanceof Column.OneOf;
        Diagnostic mismatch = Diagnostic.of(
                        DiagnosticKind.OUTPUT_MISMATCH,
                        output.layer().span(),
                        LayerRules.describe(value),
                        target.name(),
                        wanted + (classes ? " classes" : wanted == 1 ? " value" : " values"))
                .withSecondary(target.span(), target.name() + " is declared here")
                .withHelp(classes ? "end in `dense(classes) -> softmax`" : "end in `dense(" + wanted + ")`");
        diagnostics.report(value.element() == Value.Element.LABEL ? mismatch.withHelp(LabelRules.HELP) : mismatch);
        return false;
    }
}
