package dev.nnlang.compiler.emit.data;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nnlang.compiler.emit.java.Comments;
import dev.nnlang.compiler.emit.java.Literals;
import dev.nnlang.compiler.emit.java.RuntimeNames;
import dev.nnlang.compiler.emit.network.Names;
import dev.nnlang.compiler.library.Interval;
import dev.nnlang.compiler.model.Column;
import dev.nnlang.compiler.model.DataSet;
import dev.nnlang.compiler.model.Invocation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** {@code FlowerData}: what the rows of a file look like, where they come from, and how a Java program brings its own. */
public final class ReaderClass {

    private final DataSet data;
    private final Names names;

    private ReaderClass(DataSet data, Names names) {
        this.data = data;
        this.names = names;
    }

    public static TypeSpec of(DataSet data, Names names) {
        return new ReaderClass(data, names).type();
    }

    private TypeSpec type() {
        return TypeSpec.classBuilder(names.reader(data))
                .addJavadoc(
                        "Reads the rows that networks for {@link $T} are trained on: $L.",
                        names.row(data),
                        Comments.where(data.span()))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(FieldSpec.builder(
                                RuntimeNames.SCHEMA, "SCHEMA", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The columns, the preprocessing, the source and the split.")
                        .initializer(schema())
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(table())
                .build();
    }

    private List<Column> inDeclaredOrder() {
        return Stream.concat(data.inputs().stream(), data.targets().stream())
                .sorted(Comparator.comparingInt(column -> column.span().start()))
                .toList();
    }

    private CodeBlock schema() {
        CodeBlock.Builder code = CodeBlock.builder();
        code.add("$T.named($S)$>$>", RuntimeNames.SCHEMA, data.name());
        for (Column column : inDeclaredOrder()) {
            code.add("\n.$L($L)", data.targets().contains(column) ? "target" : "input", column(column));
        }
        data.source().ifPresent(source -> code.add("\n.source($L)", source(source)));
        data.test().ifPresent(source -> code.add("\n.test($L)", source(source)));
        code.add("\n.split($L)", split());
        if (!data.ignored().isEmpty()) {
            code.add("\n.ignore($L)", Literals.strings(data.ignored()));
        }
        if (!data.policy().isPlain()) {
            code.add("\n.policy($L)", policy());
        }
        return code.add("$<$<").build();
    }

    private CodeBlock policy() {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.PLAIN", RuntimeNames.ROW_POLICY);
        if (data.policy().dropsMissing()) {
            code.add(".dropMissing()");
        }
        if (data.policy().balanced()) {
            code.add(".balance()");
        }
        data.policy().augmentations().forEach(each -> code.add(".augment($L)", augmentation(each)));
        data.policy().buffer().ifPresent(rows -> code.add(".stream($L)", rows));
        return code.build();
    }

    private static CodeBlock augmentation(Invocation augmentation) {
        return switch (augmentation.name()) {
            case "horizontal_flip" -> CodeBlock.of("$T.horizontalFlip()", RuntimeNames.AUGMENTATION);
            case "shift" -> CodeBlock.of("$T.shift($L)", RuntimeNames.AUGMENTATION, augmentation.whole("pixels"));
            case "crop" -> CodeBlock.of("$T.crop($L)", RuntimeNames.AUGMENTATION, augmentation.whole("padding"));
            default -> throw new IllegalStateException("no augmentation for " + augmentation.name());
        };
    }

    private CodeBlock column(Column column) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.", RuntimeNames.COLUMN);
        if (column.kind() instanceof Column.Real real) {
            String kind = real.whole() ? "integer" : "real";
            code.add(kind + "($L)", arguments(column, real));
        } else if (column.kind() instanceof Column.Text) {
            code.add("text($L)", Literals.string(column.name()));
        } else if (column.kind() instanceof Column.Image image) {
            code.add(
                    "image($L, $L, $L, $L)",
                    Literals.string(column.name()),
                    image.height(),
                    image.width(),
                    image.channels());
        } else if (column.kind() instanceof Column.OneOf labels) {
            List<String> written =
                    labels.labels().stream().map(Column.Label::written).toList();
            code.add("oneOf($L, $L)", Literals.string(column.name()), Literals.strings(written));
        }
        if (!column.header().equals(column.name())) {
            code.add(".header($L)", Literals.string(column.header()));
        }
        column.transforms().forEach(transform -> code.add(".then($L)", preprocessing(transform)));
        return code.build();
    }

    private static CodeBlock arguments(Column column, Column.Real real) {
        CodeBlock name = Literals.string(column.name());
        return real.width() == 1 ? name : CodeBlock.of("$L, $L", name, real.width());
    }

    private static CodeBlock preprocessing(Invocation transform) {
        if (transform.name().equals("scale")) {
            Interval range = transform.interval("range");
            return CodeBlock.of("$T.scale($L, $L)", RuntimeNames.PREPROCESSING, range.from(), range.to());
        }
        if (transform.name().equals("impute")) {
            return transform.choice("value") instanceof String statistic
                    ? CodeBlock.of("$T.impute$L()", RuntimeNames.PREPROCESSING, Names.capitalized(statistic))
                    : CodeBlock.of("$T.impute($L)", RuntimeNames.PREPROCESSING, transform.choice("value"));
        }
        return CodeBlock.of("$T.$L()", RuntimeNames.PREPROCESSING, transform.name());
    }

    private static CodeBlock source(Invocation source) {
        return switch (source.name()) {
            case "csv" -> csv(source);
            case "idx" -> twoFiles("idx", source, "images", "labels");
            case "npy" -> twoFiles("npy", source, "inputs", "targets");
            case "images" ->
                CodeBlock.of("$T.images($L, $L)", RuntimeNames.SOURCE, path(source, "folders"), source.truth("resize"));
            case "cifar10" -> CodeBlock.of("$T.cifar10($L)", RuntimeNames.SOURCE, path(source, "files"));
            default -> throw new IllegalStateException("no reader for " + source.name());
        };
    }

    private static CodeBlock csv(Invocation source) {
        char separator = source.text("separator").charAt(0);
        CodeBlock path = path(source, "path");
        return separator == ','
                ? CodeBlock.of("$T.csv($L, $L)", RuntimeNames.SOURCE, path, source.truth("header"))
                : CodeBlock.of(
                        "$T.csv($L, $L, $L)",
                        RuntimeNames.SOURCE,
                        path,
                        source.truth("header"),
                        Literals.character(separator));
    }

    private static CodeBlock twoFiles(String method, Invocation source, String first, String second) {
        return CodeBlock.of("$T.$L($L, $L)", RuntimeNames.SOURCE, method, path(source, first), path(source, second));
    }

    private static CodeBlock path(Invocation source, String argument) {
        return Literals.string(source.text(argument));
    }

    private CodeBlock split() {
        Invocation split = data.split();
        return CodeBlock.of(
                "$T.$L($L, $L, $L)",
                RuntimeNames.SPLIT,
                split.name(),
                split.real("train"),
                split.real("validation"),
                split.real("test"));
    }

    /** The way for rows that no file holds. */
    private MethodSpec table() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("table")
                .addJavadoc("Rows of a Java program's own, to train on.\n\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(RuntimeNames.TABLE)
                .addParameter(RuntimeNames.listOf(names.row(data)), "rows");
        for (Column target : data.targets()) {
            method.addJavadoc("@param $1LValues the $1L of each row\n", target.name())
                    .addParameter(RuntimeNames.listOf(targetType(target)), target.name() + "Values");
        }
        method.addJavadoc("@throws IllegalArgumentException if there are not as many of them as rows");
        data.targets().forEach(target -> method.addCode(checkCount(target)));
        String values = inDeclaredOrder().stream()
                .map(column -> data.targets().contains(column)
                        ? column.name() + "Values.get(i)"
                        : "rows.get(i)." + column.name() + "()")
                .collect(Collectors.joining(", "));
        return method.addStatement(
                        "$T table = $T.of(SCHEMA)", RuntimeNames.TABLE.nestedClass("Builder"), RuntimeNames.TABLE)
                .beginControlFlow("for (int i = 0; i < rows.size(); i++)")
                .addStatement("table.row($L)", values)
                .endControlFlow()
                .addStatement("return table.build()")
                .build();
    }

    private TypeName targetType(Column target) {
        return target.kind() instanceof Column.OneOf
                ? names.labels(target)
                : RowClass.type(target, names).box();
    }

    private static CodeBlock checkCount(Column target) {
        return CodeBlock.builder()
                .beginControlFlow("if (rows.size() != $LValues.size())", target.name())
                .addStatement(
                        "throw new IllegalArgumentException(rows.size() + $S + $LValues.size() + $S)",
                        " rows, but ",
                        target.name(),
                        " values of " + target.name())
                .endControlFlow()
                .build();
    }
}
