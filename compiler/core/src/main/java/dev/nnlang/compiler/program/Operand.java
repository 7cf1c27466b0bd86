package dev.nnlang.compiler.program;

import java.util.ArrayList;
import java.util.List;

/** What a variable of a formula stands for. */
public sealed interface Operand {

    /** An element of a buffer. */
    record Element(Access access) implements Operand {
        @Override
        public String toString() {
            return access.toString();
        }
    }

    /**
     * The element of a row that the row's label names: {@code logits[n][species[n]]}.
     *
     * @param element its last axis is the one that the label takes the place of
     */
    record AtLabel(Access element, Access label) implements Operand {

        /** The element, with the label for the index of the last axis. */
        public Access labelled(String labelIndex) {
            List<Axis> axes = new ArrayList<>(element.axes());
            Axis last = axes.remove(axes.size() - 1);
            axes.add(new Axis(labelIndex, last.extent()));
            return new Access(element.buffer(), axes);
        }

        @Override
        public String toString() {
            return labelled(label.toString()).toString();
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
    record Index(Axis axis) implements Operand {
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
