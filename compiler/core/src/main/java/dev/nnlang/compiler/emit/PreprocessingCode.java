package dev.nnlang.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.program.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The fitted transforms of a predictor: their fields, how they are read, and how a row flows through them. */
final class PreprocessingCode {

    private final Network network;

    PreprocessingCode(Network network) {
        this.network = network;
    }

    /** {@code private final Standardize sepalLengthStandardize;} for each transform of each column that the network uses. */
    List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        columns().forEach(column -> column.transforms()
                .forEach(transform -> fields.add(FieldSpec.builder(
                                Names.transform(transform.name()),
                                field(column, transform),
                                Modifier.PRIVATE,
                                Modifier.FINAL)
                        .build())));
        return fields;
    }

    /** The assignments in the constructor. */
    CodeBlock reads() {
        CodeBlock.Builder code = CodeBlock.builder();
        columns().forEach(column -> column.transforms()
                .forEach(transform -> code.addStatement(
                        "$L = $T.read(file, $S, $L)",
                        field(column, transform),
                        Names.transform(transform.name()),
                        column.name(),
                        elements(column))));
        return code.build();
    }

    private Stream<Column> columns() {
        return Stream.concat(network.data().inputs().stream(), Stream.of(network.target()));
    }

    private static String field(Column column, Invocation transform) {
        return column.name() + Names.capitalized(transform.name());
    }

    /** How many statistics there are: one for each number of a vector, for each channel of an image. */
    private static int elements(Column column) {
        if (column.kind() instanceof Column.Image image) {
            return image.channels();
        }
        return ((Column.Real) column.kind()).width();
    }

    /** Writes the columns of a row side by side into row {@code n} of {@code fed}, whose rows are {@code width} long. */
    CodeBlock fill(Buffer fed, String width, List<Column> columns) {
        CodeBlock.Builder code = CodeBlock.builder();
        int offset = 0;
        for (Column column : columns) {
            code.add(fill(fed, width, offset, column));
            offset += width(column);
        }
        return code.build();
    }

    private static CodeBlock fill(Buffer fed, String width, int offset, Column column) {
        String row = "n * " + width;
        if (width(column) == 1) {
            String index = offset == 0 ? row : row + " + " + offset;
            CodeBlock value = transformed(column, CodeBlock.of("row.$L()", column.name()), "0");
            return CodeBlock.of("$L[$L] = $L;\n", fed.name(), index, value);
        }
        CodeBlock raw = CodeBlock.of(
                column.kind() instanceof Column.Image ? "row.$L()[i] & 0xFF" : "row.$L()[i]", column.name());
        String index = offset == 0 ? row + " + i" : row + " + " + offset + " + i";
        return CodeBlock.builder()
                .add(checkLength(column))
                .beginControlFlow("for (int i = 0; i < $L; i++)", width(column))
                .addStatement("$L[$L] = $L", fed.name(), index, transformed(column, raw, "i"))
                .endControlFlow()
                .build();
    }

    private static CodeBlock checkLength(Column column) {
        return CodeBlock.builder()
                .beginControlFlow("if (row.$L().length != $L)", column.name(), width(column))
                .addStatement(
                        "throw new IllegalArgumentException($S + row.$L().length)",
                        column.name() + " must have " + width(column) + " elements, but has ",
                        column.name())
                .endControlFlow()
                .build();
    }

    private static CodeBlock transformed(Column column, CodeBlock raw, String element) {
        CodeBlock value = raw;
        for (Invocation transform : column.transforms()) {
            value = CodeBlock.of("$L.apply($L, $L)", field(column, transform), value, element);
        }
        return value;
    }

    /** From the network's value of the target back to the data's. */
    CodeBlock inverted(CodeBlock value, String element) {
        List<Invocation> transforms = new ArrayList<>(network.target().transforms());
        CodeBlock restored = value;
        for (int i = transforms.size() - 1; i >= 0; i--) {
            restored = CodeBlock.of("$L.invert($L, $L)", field(network.target(), transforms.get(i)), restored, element);
        }
        return restored;
    }

    static int width(Column column) {
        if (column.kind() instanceof Column.Image image) {
            return image.height() * image.width() * image.channels();
        }
        return column.kind() instanceof Column.Real real ? real.width() : 1;
    }
}
