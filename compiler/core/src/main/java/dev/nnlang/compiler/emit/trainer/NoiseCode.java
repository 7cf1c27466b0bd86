package dev.nnlang.compiler.emit.trainer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.nnlang.compiler.emit.java.RuntimeNames;
import dev.nnlang.compiler.program.Nest;
import dev.nnlang.compiler.program.Operand;
import dev.nnlang.compiler.program.Program;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What a trainer with dropout has besides: a seed, and the key of the step's noise. Nothing where there is no noise. */
public final class NoiseCode {

    private final boolean present;

    NoiseCode(Program program) {
        this.present = program.steps().stream()
                .flatMap(step -> step.nests().stream())
                .flatMap(Nest::operands)
                .anyMatch(Operand.Noise.class::isInstance);
    }

    List<FieldSpec> fields() {
        return present ? List.of(field("seed"), field("steps"), field("noise")) : List.of();
    }

    private static FieldSpec field(String name) {
        return FieldSpec.builder(TypeName.LONG, name).build();
    }

    /** The next step draws other numbers. */
    CodeBlock next() {
        return present ? CodeBlock.of("noise = $T.key(seed, ++steps);\n", RuntimeNames.NOISE) : CodeBlock.of("");
    }

    List<MethodSpec> methods() {
        MethodSpec seed = MethodSpec.methodBuilder("seed")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(TypeName.LONG, "value")
                .addStatement("seed = value")
                .addStatement("steps = 0")
                .addStatement("noise = $T.key(seed, steps)", RuntimeNames.NOISE)
                .build();
        return present ? List.of(seed) : List.of();
    }
}
