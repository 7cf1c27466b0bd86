package dev.nnlang.compiler.program;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A loop's range.
 *
 * @param index the loop variable: {@code n}
 * @param extent how far it runs
 */
public record Axis(String index, Extent extent) {

    /** How far a loop runs. */
    public sealed interface Extent {

        /** The named numbers that its bounds are made of. */
        List<Fixed> constants();
    }

    /** Over the rows of the batch, known only when it runs. */
    public record Rows() implements Extent {
        @Override
        public List<Fixed> constants() {
            return List.of();
        }

        @Override
        public String toString() {
            return "rows";
        }
    }

    /**
     * A number with a name: a dim's length, a stride, a padding.
     *
     * @param constant the constant that holds it: {@code DENSE1_OUT}
     */
    public record Fixed(String constant, int size) implements Extent {
        @Override
        public List<Fixed> constants() {
            return List.of(this);
        }

        @Override
        public String toString() {
            return constant;
        }
    }

    /**
     * The part of a window that lies inside the image when the window stands at a position: those taps r for which
     * {@code 0 <= position * stride + r - before < image}. A stride of 1 and a padding of 0 are not written.
     *
     * @param window how many taps there are
     * @param position the axis of the window's positions
     * @param before how much padding there is before the image
     * @param image the image's length
     */
    public record TapsInside(Fixed window, Axis position, Fixed stride, Fixed before, Fixed image) implements Extent {
        @Override
        public List<Fixed> constants() {
            return Stream.of(
                            Stream.of(window, image),
                            Stream.of(stride).filter(each -> each.size() != 1),
                            Stream.of(before).filter(each -> each.size() != 0))
                    .flatMap(each -> each)
                    .toList();
        }

        @Override
        public String toString() {
            return window + " inside";
        }
    }

    /**
     * A thread's share of what a loop would run over otherwise.
     *
     * @param from the local variable with the first index
     * @param to the one with the index behind the last
     */
    public record Part(String from, String to, Extent whole) implements Extent {
        @Override
        public List<Fixed> constants() {
            return whole.constants();
        }

        @Override
        public String toString() {
            return to;
        }
    }

    /** Of several loops that are one. */
    public record Product(List<Extent> factors) implements Extent {
        public Product {
            factors = List.copyOf(factors);
        }

        @Override
        public List<Fixed> constants() {
            return factors.stream()
                    .flatMap(factor -> factor.constants().stream())
                    .toList();
        }

        @Override
        public String toString() {
            return factors.stream().map(Extent::toString).collect(Collectors.joining(" * "));
        }
    }

    /** Whether both are one loop, which may run over a part of the dim only. */
    boolean isSameLoop(Axis other) {
        return index.equals(other.index);
    }

    /** The same dim without a loop: at 0, which is not written. */
    public Axis standing() {
        return new Axis("0", extent);
    }

    /** Whether there is no loop, or one of a single turn. */
    public boolean isStanding() {
        return isSingle() || index.equals("0");
    }

    /** How many turns the loop has, or would have without padding; 1 over the rows of a batch. */
    public int length() {
        return whole() instanceof Fixed fixed ? fixed.size() : 1;
    }

    public boolean overRows() {
        Extent whole = whole();
        return whole instanceof Rows
                || whole instanceof Product product && product.factors().contains(new Rows());
    }

    /** Whether there is only index 0, which needs no loop. */
    public boolean isSingle() {
        return extent instanceof Fixed fixed && fixed.size() == 1;
    }

    /** How long the dim is that this axis runs over. */
    public Extent whole() {
        if (extent instanceof TapsInside taps) {
            return taps.window();
        }
        return extent instanceof Part part ? part.whole() : extent;
    }

    @Override
    public String toString() {
        return index + " < " + extent;
    }
}
