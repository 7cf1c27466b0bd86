package dev.nnlang.compiler.emit.data;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nnlang.compiler.emit.java.Comments;
import dev.nnlang.compiler.emit.network.Names;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.DataSet;
import javax.lang.model.element.Modifier;

/** The record of a row's inputs: {@code record Flower(float sepalLength, …)}. */
public final class RowClass {

    private RowClass() {}

    public static TypeSpec of(DataSet data, Names names) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        TypeSpec.Builder row = TypeSpec.recordBuilder(names.row(data)).addModifiers(Modifier.PUBLIC);
        row.addJavadoc("$L\n", summary(data));
        for (Column column : data.inputs()) {
            components.addParameter(
                    ParameterSpec.builder(type(column, names), column.name()).build());
            row.addJavadoc("\n@param $L $L", column.name(), describe(column));
        }
        return row.recordConstructor(components.build()).build();
    }

    private static String summary(DataSet data) {
        String doc = data.doc().isBlank() ? "A row of " + data.name() + "." : Comments.javadoc(data.doc());
        return doc + " As it is measured: whatever preprocessing the network needs is done behind this.";
    }

    static TypeName type(Column column, Names names) {
        if (column.kind() instanceof Column.Image) {
            return ArrayTypeName.of(TypeName.BYTE);
        }
        if (column.kind() instanceof Column.OneOf) {
            return names.labels(column);
        }
        return column.kind() instanceof Column.Real real ? type(column, real) : ClassName.get(String.class);
    }

    /** Only a floating-point number can say that it is missing. Wide types: the row holds what the file does. */
    private static TypeName type(Column column, Column.Real real) {
        TypeName number = real.whole() && !column.imputed() ? TypeName.LONG : TypeName.DOUBLE;
        return real.width() > 1 ? ArrayTypeName.of(number) : number;
    }

    private static String describe(Column column) {
        String doc = column.doc().isBlank() ? "" : Comments.javadoc(column.doc()) + ": ";
        if (column.kind() instanceof Column.Image image) {
            return doc + image.height() + " x " + image.width() + " x " + image.channels()
                    + " unsigned bytes, row by row, the channels of a pixel side by side";
        }
        if (column.kind() instanceof Column.Real real && real.width() > 1) {
            return doc + real.width() + " numbers" + missing(column);
        }
        return doc.isEmpty() ? kind(column) + missing(column) : doc.substring(0, doc.length() - 2) + missing(column);
    }

    private static String kind(Column column) {
        if (column.kind() instanceof Column.Real real) {
            return real.whole() ? "a whole number" : "a number";
        }
        return column.kind() instanceof Column.OneOf ? "one of several values" : "a text, which no network looks at";
    }

    private static String missing(Column column) {
        return column.imputed() ? "; NaN where it is not known" : "";
    }
}
