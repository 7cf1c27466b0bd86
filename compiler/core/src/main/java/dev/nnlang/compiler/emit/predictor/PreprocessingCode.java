package dev.nnlang.compiler.emit.predictor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.nnlang.compiler.emit.java.RuntimeNames;
import dev.nnlang.compiler.emit.network.Names;
import dev.nnlang.compiler.graph.Value;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.program.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The fitted transforms of a predictor: their fields, how they are read, and how a row flows through them. */
public final class PreprocessingCode {

    private final Network network;

    PreprocessingCode(Network network) {
        this.network = network;
    }

    /** {@code private final Standardize sepalLengthStandardize;} for each transform of each column that the network uses. */
    List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        columns().forEach(column -> column.transforms()
                .forEach(transform -> fields.add(FieldSpec.builder(
                                RuntimeNames.transform(transform.name()),
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
                        RuntimeNames.transform(transform.name()),
                        column.name(),
                        elements(column))));
        return code.build();
    }

    private Stream<Column> columns() {
        return Stream.concat(network.data().inputs().stream(), network.targets().stream());
    }

    private static String field(Column column, Invocation transform) {
        return column.name() + Names.capitalized(transform.name());
    }

    /** How many statistics there are: one for each number of a vector, for each channel of an image. */
    private static int elements(Column column) {
        return column.kind() instanceof Column.Image image
                ? image.channels()
                : column.kind().features();
    }

    /** Writes the columns of a row side by side into row {@code n} of {@code fed}, whose rows are {@code width} long. */
    CodeBlock fill(Buffer fed, String width, List<Column> columns) {
        if (fed.element() == Value.Element.LABEL) {
            return CodeBlock.of(
                    "$L[n] = row.$L().ordinal();\n", fed.name(), columns.get(0).name());
        }
        CodeBlock.Builder code = CodeBlock.builder();
        int offset = 0;
        for (Column column : columns) {
            code.add(
                    column.kind() instanceof Column.OneOf
                            ? oneHot(fed, width, offset, column)
                            : fill(fed, width, offset, column));
            offset += column.kind().features();
        }
        return code.build();
    }

    /** 1 at the place of the row's value, 0 at the others. */
    private static CodeBlock oneHot(Buffer fed, String width, int offset, Column column) {
        return CodeBlock.builder()
                .beginControlFlow("for (int i = 0; i < $L; i++)", column.kind().features())
                .addStatement(
                        "$L[$L] = row.$L().ordinal() == i ? 1 : 0", fed.name(), index(width, offset), column.name())
                .endControlFlow()
                .build();
    }

    private static String index(String width, int offset) {
        return "n * " + width + (offset == 0 ? "" : " + " + offset) + " + i";
    }

    private static CodeBlock fill(Buffer fed, String width, int offset, Column column) {
        String row = "n * " + width;
        if (column.kind().features() == 1) {
            String index = offset == 0 ? row : row + " + " + offset;
            CodeBlock value = transformed(column, CodeBlock.of("row.$L()", column.name()), "0");
            return CodeBlock.of("$L[$L] = (float) $L;\n", fed.name(), index, value);
        }
        CodeBlock raw = CodeBlock.of(
                column.kind() instanceof Column.Image ? "row.$L()[i] & 0xFF" : "row.$L()[i]", column.name());
        return CodeBlock.builder()
                .add(checkLength(column))
                .beginControlFlow("for (int i = 0; i < $L; i++)", column.kind().features())
                .addStatement("$L[$L] = $L", fed.name(), index(width, offset), narrowed(column, raw))
                .endControlFlow()
                .build();
    }

    /** The bytes of an image that is not preprocessed are no doubles. */
    private static CodeBlock narrowed(Column column, CodeBlock raw) {
        boolean bytes =
                column.kind() instanceof Column.Image && column.transforms().isEmpty();
        return bytes ? raw : CodeBlock.of("(float) $L", transformed(column, raw, "i"));
    }

    private static CodeBlock checkLength(Column column) {
        return CodeBlock.builder()
                .beginControlFlow(
                        "if (row.$L().length != $L)",
                        column.name(),
                        column.kind().features())
                .addStatement(
                        "throw new IllegalArgumentException($S + row.$L().length)",
                        column.name() + " must have " + column.kind().features() + " elements, but has ",
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

    /** From the network's value of a target back to the data's. */
    static CodeBlock inverted(Column target, CodeBlock value, String element) {
        List<Invocation> transforms = target.transforms();
        CodeBlock restored = value;
        for (int i = transforms.size() - 1; i >= 0; i--) {
            restored = CodeBlock.of("$L.invert($L, $L)", field(target, transforms.get(i)), restored, element);
        }
        return restored;
    }
}
