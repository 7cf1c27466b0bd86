package dev.nnlang.compiler.program;

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

    /** How many rows the batch has. */
    record Rows() implements Operand {
        @Override
        public String toString() {
            return "rows";
        }
    }
}
