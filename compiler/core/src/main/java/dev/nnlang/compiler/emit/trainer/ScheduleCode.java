package dev.nnlang.compiler.emit.trainer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.emit.java.RuntimeNames;
import dev.nnlang.compiler.model.Invocation;
import java.util.Arrays;

/** The rate of a trainer's settings: a number, or a schedule. */
public final class ScheduleCode {

    private static final ClassName SCHEDULE = RuntimeNames.SCHEDULE;

    private ScheduleCode() {}

    static CodeBlock rate(Invocation optimizer) {
        return optimizer.call("rate").map(ScheduleCode::warmed).orElseGet(() -> number(optimizer, "rate"));
    }

    /** {@code Schedule.cosine(0.05, 20, 0.0).warmup(1.0)}. */
    private static CodeBlock warmed(Invocation schedule) {
        CodeBlock code = schedule(schedule);
        boolean warmsUp = schedule.has("warmup") && schedule.real("warmup") > 0;
        return warmsUp ? CodeBlock.of("$L.warmup($L)", code, number(schedule, "warmup")) : code;
    }

    private static CodeBlock schedule(Invocation schedule) {
        return switch (schedule.name()) {
            case "constant" -> call("constant", schedule, "rate");
            case "step" -> call("step", schedule, "rate", "epochs", "factor");
            case "exponential" -> call("exponential", schedule, "rate", "factor");
            case "cosine" -> call("cosine", schedule, "rate", "epochs", "end");
            case "polynomial" -> call("polynomial", schedule, "rate", "epochs", "power", "end");
            case "one_cycle" -> call("oneCycle", schedule, "rate", "epochs", "rise");
            case "reduce_on_plateau" -> call("reduceOnPlateau", schedule, "rate", "metric", "epochs", "factor");
            default -> throw new IllegalStateException("no schedule " + schedule.name());
        };
    }

    private static CodeBlock call(String method, Invocation schedule, String... parameters) {
        CodeBlock arguments = Arrays.stream(parameters)
                .map(parameter -> number(schedule, parameter))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T.$L($L)", SCHEDULE, method, arguments);
    }

    private static CodeBlock number(Invocation call, String parameter) {
        Object value = call.arguments().get(parameter);
        return CodeBlock.of(value instanceof String ? "$S" : "$L", value);
    }
}
