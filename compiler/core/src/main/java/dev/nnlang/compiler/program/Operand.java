package dev.nnlang.compiler.program;

import java.util.List;
import java.util.stream.Collectors;

/** What a variable of a formula stands for. */
public sealed interface Operand {

    /** An element of a buffer. */
    record Element(Access access) implements Operand {
        @Override
        public String toString() {
            return access.toString();
        }
    }

    /** A local variable. */
    record Local(String name) implements Operand {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The index of a loop, as a number. */
    record Position(Axis axis) implements Operand {
        @Override
        public String toString() {
            return axis.index();
        }
    }

    /**
     * A number from 0 to 1 that is drawn anew in every step.
     *
     * @param place which of them: one for each element
     */
    record Noise(int stream, List<Index> place) implements Operand {
        @Override
        public String toString() {
            return "noise" + stream
                    + place.stream().map(index -> "[" + index + "]").collect(Collectors.joining());
        }
    }

    /** How many rows the batch has. */
    record Rows() implements Operand {
        @Override
        public String toString() {
            return "rows";
        }
    }
}
