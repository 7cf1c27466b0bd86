package dev.nnlang.compiler.graph.op;

import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Margins;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.graph.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The same elements among zeros, or some of them: along each dim what is asked for begins {@code before} elements before the argument, or, if
 * that is below 0, so many behind its beginning. So it is an image with a margin of zeros around it, and also the middle of one, or a part of a
 * vector.
 *
 * @param before for each dim of the argument
 * @param shape of the result: for each dim of the argument the same, or one in its stead
 */
public record Pad(Value argument, List<Integer> before, Shape shape) implements Op {

    public Pad {
        before = List.copyOf(before);
    }

    /** Its inverse, where nothing is lost: back to {@code inner}, the shape of the argument. */
    public Pad back(Value result) {
        return new Pad(result, before.stream().map(each -> -each).toList(), argument.shape());
    }

    private Dim from(int i) {
        return argument.shape().dims().get(i);
    }

    private Dim to(int i) {
        return shape.dims().get(i);
    }

    private int behind(int i) {
        return to(i).size() - from(i).size() - before.get(i);
    }

    /** The numbers of the dims along which something is added or left out. */
    public List<Integer> changed() {
        return IntStream.range(0, before.size())
                .filter(i -> before.get(i) != 0 || behind(i) != 0)
                .boxed()
                .toList();
    }

    /** Whether some elements are left out, and nothing is added. */
    public boolean isPart() {
        return changed().stream().allMatch(i -> before.get(i) <= 0 && behind(i) <= 0);
    }

    /** Whether it is a whole image with margins, or an image without them. */
    private boolean isOfImage() {
        return shape.perRow() && shape.rank() >= 3 && List.of(1, 2).containsAll(changed());
    }

    /** The margins around a whole image. */
    public Optional<Margins> around() {
        boolean whole = changed().stream().allMatch(i -> before.get(i) >= 0 && behind(i) >= 0);
        return isOfImage() && whole ? Optional.of(margins(1)) : Optional.empty();
    }

    /** The margins that are left out. */
    public Optional<Margins> inside() {
        return isOfImage() && isPart() ? Optional.of(margins(-1)) : Optional.empty();
    }

    private Margins margins(int sign) {
        return new Margins(sign * before.get(1), sign * behind(1), sign * before.get(2), sign * behind(2));
    }

    @Override
    public List<Value> operands() {
        return List.of(argument);
    }

    @Override
    public Op replace(UnaryOperator<Value> replacement) {
        return new Pad(replacement.apply(argument), before, shape);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.pad(this);
    }

    /** {@code image[:][-1 .. 29][-1 .. 29][:]}. */
    @Override
    public String toString() {
        return argument.name()
                + IntStream.range(0, before.size())
                        .mapToObj(i -> changed().contains(i)
                                ? "[" + -before.get(i) + " .. " + (to(i).size() - before.get(i)) + "]"
                                : "[:]")
                        .collect(Collectors.joining());
    }
}
