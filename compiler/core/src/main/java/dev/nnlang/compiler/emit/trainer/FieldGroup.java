package dev.nnlang.compiler.emit.trainer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.nnlang.compiler.emit.java.Layout;
import dev.nnlang.compiler.program.Buffer;
import java.util.ArrayList;
import java.util.List;

/** What the fields of a trainer are, in the order in which they are declared. */
enum FieldGroup {
    FED("Inputs and targets."),
    PARAMETERS("Parameters, and what else the model file holds."),
    COMPUTED("What the forward pass and the loss compute."),
    GRADIENTS("Gradients."),
    STATE("What the optimizer remembers.");

    private final String title;

    FieldGroup(String title) {
        this.title = title;
    }

    static FieldGroup of(Buffer buffer) {
        return switch (buffer.role()) {
            case FED -> FED;
            case WEIGHT, STATISTIC -> PARAMETERS;
            case GRADIENT -> GRADIENTS;
            case STATE -> STATE;
            case CONSTANT, PREPARED, COMPUTED -> buffer.origin().backward() ? GRADIENTS : COMPUTED;
        };
    }

    /** The fields of this group, the first of them under its title. */
    List<FieldSpec> titled(List<FieldSpec> fields) {
        List<FieldSpec> titled = new ArrayList<>(fields);
        if (!titled.isEmpty()) {
            FieldSpec first = titled.get(0);
            CodeBlock doc = first.javadoc();
            FieldSpec.Builder builder = FieldSpec.builder(first.type(), first.name())
                    .addModifiers(first.modifiers().toArray(javax.lang.model.element.Modifier[]::new))
                    .addJavadoc("$L\n", Layout.group(title))
                    .addJavadoc(doc)
                    .initializer(first.initializer());
            titled.set(0, builder.build());
        }
        return titled;
    }
}
