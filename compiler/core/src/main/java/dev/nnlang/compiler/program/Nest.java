package dev.nnlang.compiler.program;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A loop nest, or a part of one. There are few shapes; each dialect knows how to print every one of them. */
public sealed interface Nest
        permits Nest.Loop,
                Nest.Assign,
                Nest.Accumulate,
                Nest.Let,
                Nest.Await,
                Nest.Once,
                Nest.Clear,
                Nest.Reduce,
                Nest.AddAtFirst,
                Nest.Grow,
                Nest.Offset,
                Nest.Share,
                Nest.Call,
                Contraction {

    /** The loops in it. */
    Stream<Axis> axes();

    /** The elements that it reads and writes. */
    Stream<Access> accesses();

    /** What its formulas read. */
    default Stream<Operand> operands() {
        return Stream.empty();
    }

    /** Floating-point operations of the sums of products in it, for each row. */
    default long flop() {
        return 0;
    }

    /**
     * The body for each index.
     *
     * @param shared whether each thread takes its own share of the indices; all others run them all
     */
    record Loop(Axis axis, boolean shared, List<Nest> body) implements Nest {
        public Loop {
            body = List.copyOf(body);
        }

        public Loop(Axis axis, List<Nest> body) {
            this(axis, false, body);
        }

        @Override
        public long flop() {
            return axis.length() * body.stream().mapToLong(Nest::flop).sum();
        }

        /** The same loop, shared. */
        public Loop share() {
            return new Loop(axis, true, body);
        }

        /** {@code body} inside one loop for each axis, the first the outermost. */
        public static List<Nest> around(List<Axis> axes, List<Nest> body) {
            return around(axes, axis -> false, body);
        }

        /** The same, of which threads share those over {@code shared} axes. */
        static List<Nest> around(List<Axis> axes, Predicate<Axis> shared, List<Nest> body) {
            List<Nest> nests = body;
            for (int i = axes.size() - 1; i >= 0; i--) {
                nests = List.of(new Loop(axes.get(i), shared.test(axes.get(i)), nests));
            }
            return nests;
        }

        @Override
        public Stream<Axis> axes() {
            return Stream.concat(Stream.of(axis), body.stream().flatMap(Nest::axes));
        }

        @Override
        public Stream<Access> accesses() {
            return body.stream().flatMap(Nest::accesses);
        }

        @Override
        public Stream<Operand> operands() {
            return body.stream().flatMap(Nest::operands);
        }

        @Override
        public String toString() {
            return "for " + axis + (shared ? ", shared" : "") + "\n" + indented(body);
        }
    }

    /** {@code target = value}. */
    record Assign(Access target, Expression value) implements Nest {
        @Override
        public Stream<Axis> axes() {
            return Stream.empty();
        }

        @Override
        public Stream<Access> accesses() {
            return Stream.concat(Stream.of(target), value.accesses());
        }

        @Override
        public Stream<Operand> operands() {
            return value.operands().values().stream();
        }

        @Override
        public String toString() {
            return target + " = " + value;
        }
    }

    /** {@code target += value}; an element that adds up over an outer loop. */
    record Accumulate(Access target, Expression value) implements Nest {
        @Override
        public Stream<Axis> axes() {
            return Stream.empty();
        }

        @Override
        public Stream<Access> accesses() {
            return Stream.concat(Stream.of(target), value.accesses());
        }

        @Override
        public Stream<Operand> operands() {
            return value.operands().values().stream();
        }

        @Override
        public String toString() {
            return target + " += " + value;
        }
    }

    /** A local variable, which holds until the end of the loop body. */
    record Let(String local, Expression value) implements Nest {
        @Override
        public Stream<Axis> axes() {
            return Stream.empty();
        }

        @Override
        public Stream<Access> accesses() {
            return value.accesses();
        }

        @Override
        public Stream<Operand> operands() {
            return value.operands().values().stream();
        }

        @Override
        public String toString() {
            return "let " + local + " = " + value;
        }
    }

    /** Where each thread waits until all have come here: what they wrote is read behind it. */
    record Await() implements Nest {
        @Override
        public Stream<Axis> axes() {
            return Stream.empty();
        }

        @Override
        public Stream<Access> accesses() {
            return Stream.empty();
        }

        @Override
        public String toString() {
            return "await";
        }
    }

    /** What one thread does for all. */
    record Once(List<Nest> body) implements Nest {
        public Once {
            body = List.copyOf(body);
        }

        @Override
        public Stream<Axis> axes() {
            return body.stream().flatMap(Nest::axes);
        }

        @Override
        public Stream<Access> accesses() {
            return body.stream().flatMap(Nest::accesses);
        }

        @Override
        public Stream<Operand> operands() {
            return body.stream().flatMap(Nest::operands);
        }

        @Override
        public String toString() {
            return "once\n" + indented(body);
        }
    }

    /** All of a buffer to 0, before something accumulates in it; each thread clears its own share. */
    record Clear(Buffer buffer) implements Nest {
        @Override
        public Stream<Axis> axes() {
            return Stream.empty();
        }

        @Override
        public Stream<Access> accesses() {
            return Stream.empty();
        }

        @Override
        public String toString() {
            return "clear " + buffer.name();
        }
    }

    /** {@code local = the sum, or the maximum, of term over the axes}. */
    record Reduce(String local, Reducer reducer, List<Axis> over, Expression term) implements Nest {
        public Reduce {
            over = List.copyOf(over);
        }

        @Override
        public Stream<Axis> axes() {
            return over.stream();
        }

        @Override
        public Stream<Access> accesses() {
            return term.accesses();
        }

        @Override
        public Stream<Operand> operands() {
            return term.operands().values().stream();
        }

        @Override
        public String toString() {
            return "let " + local + " = " + reducer.word() + " of " + term + " for " + joined(over);
        }
    }

    /** {@code local += term}, or {@code local = max(local, term)}: a local variable that takes in one more term. */
    record Grow(String local, Reducer reducer, Expression term) implements Nest {
        @Override
        public Stream<Axis> axes() {
            return Stream.empty();
        }

        @Override
        public Stream<Access> accesses() {
            return term.accesses();
        }

        @Override
        public Stream<Operand> operands() {
            return term.operands().values().stream();
        }

        @Override
        public String toString() {
            return reducer == Reducer.SUM
                    ? local + " += " + term
                    : local + " = " + reducer.word() + "(" + local + ", " + term + ")";
        }
    }

    /**
     * A local variable that says where some elements begin: {@code let row = offset of [n] in steps of DENSE1_OUT}.
     *
     * @param indices where the loops stand in the outer dims
     * @param width how many elements lie between two steps of the last of {@code indices}
     */
    record Offset(String local, List<Index> indices, Axis.Extent width) implements Nest {
        public Offset {
            indices = List.copyOf(indices);
        }

        @Override
        public Stream<Axis> axes() {
            return Stream.empty();
        }

        @Override
        public Stream<Access> accesses() {
            return Stream.empty();
        }

        @Override
        public String toString() {
            return "let " + local + " = start of "
                    + indices.stream().map(index -> "[" + index + "]").collect(Collectors.joining()) + ", each of "
                    + width;
        }
    }

    /** The bounds of a thread's share of {@code extent}, which the loops behind it run over. */
    record Share(Axis.Part part) implements Nest {
        @Override
        public Stream<Axis> axes() {
            return Stream.empty();
        }

        @Override
        public Stream<Access> accesses() {
            return Stream.empty();
        }

        @Override
        public String toString() {
            return "let " + part.from() + " to " + part.to() + " = share of " + part.whole();
        }
    }

    /**
     * What a method of its own computes.
     *
     * @param method {@code gradientOfConv1Weight}
     * @param lines its formulas
     */
    record Call(String method, List<FormulaLine> lines, List<Nest> body) implements Nest {
        public Call {
            lines = List.copyOf(lines);
            body = List.copyOf(body);
        }

        @Override
        public long flop() {
            return body.stream().mapToLong(Nest::flop).sum();
        }

        @Override
        public Stream<Axis> axes() {
            return body.stream().flatMap(Nest::axes);
        }

        @Override
        public Stream<Access> accesses() {
            return body.stream().flatMap(Nest::accesses);
        }

        @Override
        public Stream<Operand> operands() {
            return body.stream().flatMap(Nest::operands);
        }

        @Override
        public String toString() {
            return method + "\n" + indented(body);
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
     * Adds {@code value} to {@code target} at the first place of a window where {@code candidate} equals {@code sought}.
     *
     * @param offsets local variables that say at each place of the window where the elements begin
     */
    record AddAtFirst(
            List<Axis> window, List<Offset> offsets, Access candidate, Access sought, Access target, Expression value)
            implements Nest {
        public AddAtFirst {
            window = List.copyOf(window);
            offsets = List.copyOf(offsets);
        }

        public AddAtFirst(List<Axis> window, Access candidate, Access sought, Access target, Expression value) {
            this(window, List.of(), candidate, sought, target, value);
        }

        @Override
        public Stream<Axis> axes() {
            return window.stream();
        }

        @Override
        public Stream<Access> accesses() {
            return Stream.concat(Stream.of(candidate, sought, target), value.accesses());
        }

        @Override
        public Stream<Operand> operands() {
            return value.operands().values().stream();
        }

        @Override
        public String toString() {
            return target + " += " + value + " at the first " + candidate + " = " + sought + " for " + joined(window);
        }
    }

    static String joined(List<Axis> axes) {
        return axes.stream().map(Axis::toString).collect(Collectors.joining(", "));
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
