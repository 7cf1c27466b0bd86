package dev.nnlang.compiler.emit.plain;

import dev.nnlang.compiler.program.Access;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Expression;
import dev.nnlang.compiler.program.Index;
import dev.nnlang.compiler.program.Operand;
import java.util.ArrayList;
import java.util.List;

/** What stands in loops, once for each turn, with numbers for the indices. */
public final class Unrolling {

    private Unrolling() {}

    public static List<Access> of(List<Axis> loops, Access access) {
        List<Access> turns = List.of(access);
        for (Axis axis : loops) {
            List<Access> more = new ArrayList<>();
            for (Access each : turns) {
                for (int i = 0; i < axis.length(); i++) {
                    more.add(each.replace(axis, standing(axis, i)));
                }
            }
            turns = more;
        }
        return turns;
    }

    public static List<Expression> of(List<Axis> loops, Expression expression) {
        List<Expression> turns = List.of(expression);
        for (Axis axis : loops) {
            List<Expression> more = new ArrayList<>();
            for (Expression each : turns) {
                for (int i = 0; i < axis.length(); i++) {
                    Axis turn = standing(axis, i);
                    more.add(each.of(operand -> replaced(operand, axis, turn)));
                }
            }
            turns = more;
        }
        return turns;
    }

    private static Operand replaced(Operand operand, Axis axis, Axis turn) {
        if (operand instanceof Operand.Element element) {
            return new Operand.Element(element.access().replace(axis, turn));
        }
        if (operand instanceof Operand.Noise noise) {
            return new Operand.Noise(noise.stream(), Index.replace(noise.place(), axis, turn));
        }
        return operand instanceof Operand.Position position && position.axis().equals(axis)
                ? new Operand.Position(turn)
                : operand;
    }

    /** The loop, standing at turn {@code i}; at 0 it need not be written. */
    private static Axis standing(Axis axis, int i) {
        return i == 0 ? axis.standing() : new Axis(Integer.toString(i), axis.extent());
    }
}
