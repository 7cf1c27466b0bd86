package dev.nnlang.compiler.emit.trainer;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.nnlang.compiler.emit.java.Comments;
import dev.nnlang.compiler.emit.java.RuntimeNames;
import dev.nnlang.compiler.emit.network.Names;
import dev.nnlang.compiler.formula.ComparisonOperator;
import dev.nnlang.compiler.model.Network;
import dev.nnlang.compiler.model.StopCondition;
import dev.nnlang.compiler.model.Training;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The parts of a trainer that belong to the {@code train} declaration: its settings, the task, {@code main}. */
public final class TaskMethods {

    private final Network network;
    private final Training training;
    private final Names names;

    TaskMethods(Network network, Names names) {
        this.network = network;
        this.training = network.training().orElseThrow();
        this.names = names;
    }

    List<MethodSpec> all() {
        return List.of(main(), task(), settings());
    }

    private MethodSpec main() {
        return MethodSpec.methodBuilder("main")
                .addJavadoc(
                        "Trains with the settings of the source, changed by arguments such as {@code rate=0.05}; {@code --help} lists them.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(ArrayTypeName.of(String.class), "arguments")
                .addStatement("$T.main(task(), arguments)", RuntimeNames.TRAINING_PROGRAM)
                .build();
    }

    private MethodSpec task() {
        return MethodSpec.methodBuilder("task")
                .addJavadoc("What to train, on what, how.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(RuntimeNames.TRAINING_TASK)
                .addStatement(
                        "return new $T($S, $T.SCHEMA, $T::create, settings(), $T.of())",
                        RuntimeNames.TRAINING_TASK,
                        network.name(),
                        names.reader(network.data()),
                        names.trainer(network),
                        Map.class)
                .build();
    }

    private MethodSpec settings() {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("return $T.defaults()$>$>", RuntimeNames.SETTINGS)
                .add("\n.rate($L)", ScheduleCode.rate(training.optimizer()))
                .add("\n.batch($L)", batch())
                .add("\n.seed($LL)", training.seed())
                .add("\n.until($L)", until(training.until()));
        if (!training.watch().isEmpty()) {
            CodeBlock watched = training.watch().stream()
                    .map(metric -> CodeBlock.of("$S", metric))
                    .collect(CodeBlock.joining(", "));
            code.add("\n.watch($T.of($L))", List.class, watched);
        }
        return MethodSpec.methodBuilder("settings")
                .addJavadoc("The defaults: {@code train $L}, $L.", network.name(), Comments.where(training.span()))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(RuntimeNames.SETTINGS)
                .addCode(code.add("$<$<;\n").build())
                .build();
    }

    private CodeBlock batch() {
        return training.batch().isPresent()
                ? CodeBlock.of("$L", training.batch().getAsInt())
                : CodeBlock.of("$T.ALL_ROWS", RuntimeNames.SETTINGS);
    }

    private static CodeBlock until(StopCondition condition) {
        ClassName until = RuntimeNames.UNTIL;
        if (condition instanceof StopCondition.NoImprovement none) {
            return CodeBlock.of("$T.noImprovement($S, $L)", until, none.metric(), none.epochs());
        }
        if (condition instanceof StopCondition.And and) {
            return CodeBlock.of("$L.and($L)", until(and.left()), until(and.right()));
        }
        if (condition instanceof StopCondition.Or or) {
            return CodeBlock.of("$L.or($L)", until(or.left()), until(or.right()));
        }
        return comparison((StopCondition.Comparison) condition);
    }

    private static CodeBlock comparison(StopCondition.Comparison comparison) {
        ClassName until = RuntimeNames.UNTIL;
        String quantity = comparison.quantity();
        boolean counter = comparison.operator() == ComparisonOperator.EQUAL
                || comparison.operator() == ComparisonOperator.AT_LEAST;
        boolean whole = comparison.value() == Math.rint(comparison.value());
        if (counter && whole && (quantity.equals("epoch") || quantity.equals("step"))) {
            return CodeBlock.of("$T.$L($L)", until, quantity, (long) comparison.value());
        }
        if (quantity.equals("time")) {
            return CodeBlock.of(
                    "$T.time($T.ofMillis($L))", until, Duration.class, Math.round(comparison.value() * 1000));
        }
        if (comparison.operator() == ComparisonOperator.AT_LEAST) {
            return CodeBlock.of("$T.metric($S).atLeast($L)", until, quantity, comparison.value());
        }
        if (comparison.operator() == ComparisonOperator.AT_MOST) {
            return CodeBlock.of("$T.metric($S).atMost($L)", until, quantity, comparison.value());
        }
        String sign = comparison.operator().symbol();
        return CodeBlock.of("$T.parse($S)", until, quantity + " " + sign + " " + comparison.value());
    }
}
