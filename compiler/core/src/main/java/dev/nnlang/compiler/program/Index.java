package dev.nnlang.compiler.program;

import dev.nnlang.compiler.program.Axis.Extent;
import dev.nnlang.compiler.program.Axis.Fixed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A position along one dim of a buffer. */
public sealed interface Index {

    /** How long the dim is. */
    Extent extent();

    /** Whether every turn of the loop over {@code axis} stands at a position of its own. */
    default boolean dependsOn(Axis axis) {
        return false;
    }

    /** How far the position moves along the dim in a turn of the loop over {@code axis}; 0 if it does not. */
    default int step(Axis axis) {
        return 0;
    }

    /** Whether the position changes in any way with the loop over {@code axis}. */
    default boolean follows(Axis axis) {
        return step(axis) != 0;
    }

    /** The same position with {@code replacement} for the loop over {@code axis}. */
    default Index replace(Axis axis, Axis replacement) {
        return this;
    }

    /** The named numbers that it is made of, the extent's too. */
    default List<Fixed> constants() {
        return extent().constants();
    }

    /** Where the loops stand. */
    static List<Index> at(List<Axis> axes) {
        return axes.stream().map(axis -> (Index) new At(axis)).toList();
    }

    /** How many elements lie between two turns of the loop over {@code axis}; 0 if it does not move. */
    static int stride(List<Index> indices, Axis axis) {
        int stride = 0;
        int behind = 1;
        for (int i = indices.size() - 1; i >= 0; i--) {
            Index index = indices.get(i);
            stride += index.step(axis) * behind;
            behind *= index.extent() instanceof Fixed fixed ? fixed.size() : 1;
        }
        return stride;
    }

    /** The same positions with {@code replacement} for the loop over {@code axis}. */
    static List<Index> replace(List<Index> indices, Axis axis, Axis replacement) {
        return indices.stream().map(index -> index.replace(axis, replacement)).toList();
    }

    /** Where a loop stands. */
    record At(Axis axis) implements Index {
        @Override
        public boolean dependsOn(Axis other) {
            return axis.isSameLoop(other);
        }

        @Override
        public int step(Axis other) {
            return axis.isSameLoop(other) ? 1 : 0;
        }

        @Override
        public Index replace(Axis old, Axis replacement) {
            return axis.isSameLoop(old) ? new At(replacement) : this;
        }

        @Override
        public Extent extent() {
            return axis.whole();
        }

        @Override
        public String toString() {
            return axis.isStanding() ? "0" : axis.index();
        }
    }

    /** The pixel that a tap of a sliding window sees: {@code position * stride + tap * dilation - before}. What has no loop is 0. */
    record Sliding(Axis position, Fixed stride, Axis tap, Fixed dilation, Fixed before, Fixed extent) implements Index {

        /** Of a window whose taps lie side by side. */
        public Sliding(Axis position, Fixed stride, Axis tap, Fixed before, Fixed extent) {
            this(position, stride, tap, new Fixed("1", 1), before, extent);
        }

        @Override
        public int step(Axis other) {
            return position.isSameLoop(other) ? stride.size() : tap.isSameLoop(other) ? dilation.size() : 0;
        }

        @Override
        public Index replace(Axis old, Axis replacement) {
            return new Sliding(
                    position.isSameLoop(old) ? replacement : position,
                    stride,
                    tap.isSameLoop(old) ? replacement : tap,
                    dilation,
                    before,
                    extent);
        }

        @Override
        public List<Fixed> constants() {
            return Stream.of(
                            Stream.of(extent),
                            Stream.of(stride, dilation).filter(each -> each.size() != 1),
                            Stream.of(before).filter(each -> each.size() != 0))
                    .flatMap(each -> each)
                    .toList();
        }

        @Override
        public String toString() {
            List<String> terms = new ArrayList<>();
            if (!position.isStanding()) {
                terms.add(turns(position, stride));
            }
            if (!tap.isStanding()) {
                terms.add(turns(tap, dilation));
            }
            String sum = terms.isEmpty() ? "0" : String.join(" + ", terms);
            return sum + (before.size() == 0 ? "" : " - " + before);
        }

        private static String turns(Axis axis, Fixed distance) {
            String turn = axis.index().contains(" ") ? "(" + axis.index() + ")" : axis.index();
            return distance.size() == 1 ? axis.index() : turn + " * " + distance;
        }
    }

    /** Some way further along a longer dim: {@code offset + index}. */
    record Shifted(Index index, Fixed offset, Fixed extent) implements Index {
        @Override
        public boolean dependsOn(Axis axis) {
            return index.dependsOn(axis);
        }

        @Override
        public int step(Axis axis) {
            return index.step(axis);
        }

        @Override
        public Index replace(Axis old, Axis replacement) {
            return new Shifted(index.replace(old, replacement), offset, extent);
        }

        @Override
        public List<Fixed> constants() {
            Stream<Fixed> own = Stream.of(offset, extent).filter(each -> each.size() != 0);
            return Stream.concat(own, index.constants().stream()).toList();
        }

        @Override
        public String toString() {
            if (offset.size() == 0) {
                return index.toString();
            }
            return index.toString().equals("0") ? offset.toString() : offset + " + " + index;
        }
    }

    /**
     * Where a local variable says that the elements begin; it stands for all dims before the next index.
     *
     * @param width of the dim behind it
     */
    record Base(String local, Extent width) implements Index {
        @Override
        public Extent extent() {
            return width;
        }

        @Override
        public List<Fixed> constants() {
            return List.of();
        }

        @Override
        public String toString() {
            return local;
        }
    }

    /** The class that a label names: {@code species[n]}. */
    record Labelled(Access label, Fixed extent) implements Index {
        @Override
        public boolean follows(Axis axis) {
            return label.indices().stream().anyMatch(index -> index.follows(axis));
        }

        @Override
        public String toString() {
            return label.toString();
        }
    }
}
