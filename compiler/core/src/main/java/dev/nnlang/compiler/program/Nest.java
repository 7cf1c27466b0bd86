package dev.nnlang.compiler.program;

import java.util.List;
import java.util.stream.Collectors;

/** A loop nest, or a part of one. There are few shapes; each dialect knows how to print every one of them. */
public sealed interface Nest {

    /** The body for each index. */
    record Loop(Axis axis, List<Nest> body) implements Nest {
        public Loop {
            body = List.copyOf(body);
        }

        @Override
        public String toString() {
            return "for " + axis + "\n" + indented(body);
        }
    }

    /** {@code target = value}. */
    record Assign(Access target, Expression value) implements Nest {
        @Override
        public String toString() {
            return target + " = " + value;
        }
    }

    /** {@code target += value}; an element that adds up over an outer loop. */
    record Accumulate(Access target, Expression value) implements Nest {
        @Override
        public String toString() {
            return target + " += " + value;
        }
    }

    /** A local variable, which holds until the end of the loop body. */
    record Let(String local, Expression value) implements Nest {
        @Override
        public String toString() {
            return "let " + local + " = " + value;
        }
    }

    /** All of a buffer to 0, before something accumulates in it. */
    record Clear(Buffer buffer) implements Nest {
        @Override
        public String toString() {
            return "clear " + buffer.name();
        }
    }

    /** {@code local = the sum, or the maximum, of term over the axes}. */
    record Reduce(String local, Reducer reducer, List<Axis> axes, Expression term) implements Nest {
        public Reduce {
            axes = List.copyOf(axes);
        }

        @Override
        public String toString() {
            return "let " + local + " = " + reducer.word() + " of " + term + " for "
                    + axes.stream().map(Axis::toString).collect(Collectors.joining(", "));
        }
    }

    /** How a reduction combines. */
    enum Reducer {
        SUM("sum"),
        MAXIMUM("max");

        private final String word;

        Reducer(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * {@code target[i][j] = sum over k of left * right}, then {@code epilogue} for each element of the result: the product of two matrices,
     * whatever their orders. The sum runs over {@code depth} in order, however it is tiled.
     *
     * @param target where the sums are kept; one epilogue may overwrite them
     * @param rows {@code i}
     * @param columns {@code j}; contiguous in the target
     * @param depth {@code k}
     * @param tile how many terms of the sum, or, of dot products, how many results, one turn of the inner loop works on
     * @param epilogue assignments inside the loops over rows and columns
     */
    record Contraction(
            Access target,
            Axis rows,
            Axis columns,
            Axis depth,
            Access left,
            Access right,
            int tile,
            List<Nest> epilogue)
            implements Nest {
        public Contraction {
            epilogue = List.copyOf(epilogue);
        }

        /** Whether both sides are contiguous along the sum, so that each result is a dot product of two rows. */
        public boolean isDotProduct() {
            return innermost(left).equals(depth) && innermost(right).equals(depth);
        }

        private static Axis innermost(Access access) {
            return access.axes().get(access.axes().size() - 1);
        }

        @Override
        public String toString() {
            return "contract " + target + " = sum of " + left + " * " + right + " for " + rows + ", " + columns
                    + ", sum over " + depth + (tile > 1 ? ", " + tile + " at once" : "") + "\n" + indented(epilogue);
        }
    }

    /** Each nest on lines of its own, further in. */
    static String indented(List<Nest> nests) {
        return nests.stream()
                .map(Nest::toString)
                .flatMap(String::lines)
                .map(line -> "  " + line)
                .collect(Collectors.joining("\n"));
    }
}
