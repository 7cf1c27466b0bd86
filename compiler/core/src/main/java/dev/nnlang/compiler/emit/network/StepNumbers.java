package dev.nnlang.compiler.emit.network;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.nnlang.compiler.emit.java.Element;
import dev.nnlang.compiler.emit.java.JavaFormula;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.graph.Optimizer;
import dev.nnlang.compiler.graph.UpdateRule;
import java.util.List;
import java.util.stream.Stream;

/** What the rules of an optimizer read that is the same for all weights: the learning rate, and what is computed of it once a step. */
public final class StepNumbers {

    private final Optimizer optimizer;
    private final Element element;

    public StepNumbers(Optimizer optimizer, Element element) {
        this.optimizer = optimizer;
        this.element = element;
    }

    /** {@code (float) rate}: what a method that takes {@link #parameter} is called with. */
    public String argument() {
        return element == Element.FLOAT && !takesDouble() ? "(float) rate" : Optimizer.RATE;
    }

    public ParameterSpec parameter() {
        return ParameterSpec.builder(takesDouble() ? TypeName.DOUBLE : element.type(), Optimizer.RATE)
                .build();
    }

    /** What is computed from the rate is rounded only afterwards. */
    private boolean takesDouble() {
        return optimizer.readsPerStep(Optimizer.RATE);
    }

    /** {@code float stepRate = (float) (rate / (1 - Math.pow(0.9, step)));} for each number. */
    public CodeBlock locals() {
        CodeBlock.Builder code = CodeBlock.builder();
        optimizer.perStep().forEach((name, formula) -> code.addStatement(local(name, formula)));
        return code.build();
    }

    private CodeBlock local(String name, Formula formula) {
        JavaFormula printer = new JavaFormula(Element.DOUBLE, StepNumbers::variable);
        return element == Element.FLOAT
                ? CodeBlock.of("float $L = (float) $L", name, printer.printCast(formula))
                : CodeBlock.of("double $L = $L", name, printer.print(formula));
    }

    private static CodeBlock variable(String name) {
        return name.equals(Optimizer.GRADIENT_NORM) ? CodeBlock.of("$L()", name) : CodeBlock.of("$L", name);
    }

    /** Those that a rule reads. */
    public List<String> readBy(UpdateRule rule) {
        return Stream.concat(Stream.of(Optimizer.RATE), optimizer.perStep().keySet().stream())
                .filter(rule::reads)
                .toList();
    }
}
