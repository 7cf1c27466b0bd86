package dev.nnlang.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.UpdateRule;
import dev.nnlang.compiler.program.Update;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** {@code updateSgd}, which goes through the weights, and {@code sgd}, which goes through the elements of one. */
final class UpdateMethods {

    private final Update update;
    private final UpdateRule rule;
    private final Element element;

    UpdateMethods(Update update, Element element) {
        this.update = update;
        this.rule = update.rule();
        this.element = element;
    }

    List<MethodSpec> all() {
        return List.of(allWeights(), oneWeight());
    }

    /** {@code updateSgd((float) rate); // iris.nn:21  sgd(…)}. */
    static CodeBlock call(Update update, Element element) {
        UpdateRule rule = update.rule();
        String text = Comments.code(rule.span().text().replaceAll("\\s+", " "));
        return CodeBlock.of(
                "$L($L);  // $L  $L\n",
                methodName(rule),
                element == Element.FLOAT ? "(float) rate" : "rate",
                rule.span().where(),
                text);
    }

    private static String methodName(UpdateRule rule) {
        return "update" + Names.capitalized(rule.name());
    }

    private MethodSpec allWeights() {
        MethodSpec.Builder method = MethodSpec.methodBuilder(methodName(rule))
                .addJavadoc("{@code $L} for every parameter.", rule)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(element.type(), UpdateRule.RATE);
        for (Update.UpdatedWeight updated : update.weights()) {
            CodeBlock.Builder arrays = CodeBlock.builder();
            arrays.add("$L, $L", updated.weight().name(), updated.gradient().name());
            rule.state()
                    .forEach(variable ->
                            arrays.add(", $L", updated.state().get(variable).name()));
            method.addStatement("$L($L, $L)", rule.name(), arrays.build(), UpdateRule.RATE);
        }
        return method.build();
    }

    private MethodSpec oneWeight() {
        MethodSpec.Builder method = MethodSpec.methodBuilder(rule.name())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(element.array(), UpdateRule.WEIGHT)
                .addParameter(element.array(), UpdateRule.GRADIENT);
        rule.state().forEach(variable -> method.addParameter(element.array(), variable));
        method.addParameter(element.type(), UpdateRule.RATE)
                .beginControlFlow("for (int i = 0; i < $L.length; i++)", UpdateRule.WEIGHT);
        JavaFormula printer = new JavaFormula(element, UpdateMethods::variable);
        for (Map.Entry<String, Formula> assignment : rule.assignments().entrySet()) {
            method.addStatement("$L = $L", variable(assignment.getKey()), printer.print(assignment.getValue()));
        }
        return method.endControlFlow().build();
    }

    /** All but the rate are arrays. */
    private static CodeBlock variable(String name) {
        return name.equals(UpdateRule.RATE) ? CodeBlock.of("$L", name) : CodeBlock.of("$L[i]", name);
    }
}
