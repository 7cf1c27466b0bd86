package dev.nnlang.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.DataSet;
import javax.lang.model.element.Modifier;

/** The record of a row's inputs: {@code record Flower(float sepalLength, …)}. */
final class RowClass {

    private RowClass() {}

    static TypeSpec of(DataSet data, Names names) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        TypeSpec.Builder row = TypeSpec.recordBuilder(names.row(data)).addModifiers(Modifier.PUBLIC);
        row.addJavadoc("$L\n", summary(data));
        for (Column column : data.inputs()) {
            components.addParameter(
                    ParameterSpec.builder(type(column), column.name()).build());
            row.addJavadoc("\n@param $L $L", column.name(), describe(column));
        }
        return row.recordConstructor(components.build()).build();
    }

    private static String summary(DataSet data) {
        String doc = data.doc().isBlank() ? "A row of " + data.name() + "." : Comments.javadoc(data.doc());
        return doc + " As it is measured: whatever preprocessing the network needs is done behind this.";
    }

    static TypeName type(Column column) {
        if (column.kind() instanceof Column.Image) {
            return ArrayTypeName.of(TypeName.BYTE);
        }
        boolean vector = column.kind() instanceof Column.Real real && real.width() > 1;
        return vector ? ArrayTypeName.of(TypeName.FLOAT) : TypeName.FLOAT;
    }

    private static String describe(Column column) {
        String doc = column.doc().isBlank() ? "" : Comments.javadoc(column.doc()) + ": ";
        if (column.kind() instanceof Column.Image image) {
            return doc + image.height() + " x " + image.width() + " x " + image.channels()
                    + " unsigned bytes, row by row, the channels of a pixel side by side";
        }
        if (column.kind() instanceof Column.Real real && real.width() > 1) {
            return doc + real.width() + " numbers";
        }
        return doc.isEmpty() ? "a number" : doc.substring(0, doc.length() - 2);
    }
}
