package dev.nnlang.compiler.emit.data;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.nnlang.compiler.emit.java.Comments;
import dev.nnlang.compiler.emit.java.Literals;
import dev.nnlang.compiler.emit.network.Names;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.JavaNames;
import javax.lang.model.element.Modifier;

/** The enum of a column's values: {@code enum Species { SETOSA, … }}, in the order in which the network numbers them. */
public final class LabelsClass {

    private LabelsClass() {}

    public static TypeSpec of(Column column, Column.OneOf labels, Names names) {
        TypeSpec.Builder type = TypeSpec.enumBuilder(names.labels(column)).addModifiers(Modifier.PUBLIC);
        type.addJavadoc(
                "$L", column.doc().isBlank() ? "The values of " + column.name() + "." : Comments.javadoc(column.doc()));
        for (Column.Label label : labels.labels()) {
            type.addEnumConstant(
                    JavaNames.constantOf(label.name()),
                    TypeSpec.anonymousClassBuilder(Literals.string(label.written()))
                            .build());
        }
        return type.addField(String.class, "label", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "label")
                        .addStatement("this.label = label")
                        .build())
                .addMethod(MethodSpec.methodBuilder("toString")
                        .addJavadoc("As the data writes it.")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(String.class)
                        .addStatement("return label")
                        .build())
                .build();
    }
}
