package dev.nnlang.compiler.program;

import dev.nnlang.compiler.graph.InitialValues;
import java.util.List;

/** What an array holds that no step computes, so that a printer need not ask the graph for it. */
public sealed interface Contents {

    /** The role of an array that holds this. */
    Buffer.Role role();

    /**
     * Elements of the caller's rows.
     *
     * @param columns the columns they come from, in order
     */
    record Fed(List<String> columns) implements Contents {
        public Fed {
            columns = List.copyOf(columns);
        }

        @Override
        public Buffer.Role role() {
            return Buffer.Role.FED;
        }
    }

    /** Numbers that are known when compiling. */
    record Constant(List<Double> values) implements Contents {
        public Constant {
            values = List.copyOf(values);
        }

        @Override
        public Buffer.Role role() {
            return Buffer.Role.CONSTANT;
        }
    }

    /**
     * What a model file holds.
     *
     * @param name in model files: {@code dense1.weight}
     * @param initial what it starts from
     * @param trained whether an optimizer changes it; else it is a statistic that training keeps up to date
     */
    record Parameter(String name, InitialValues initial, boolean trained) implements Contents {
        @Override
        public Buffer.Role role() {
            return trained ? Buffer.Role.WEIGHT : Buffer.Role.STATISTIC;
        }
    }
}
