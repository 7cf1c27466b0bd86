package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Affine;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.IndexNames;
import dev.nnlang.compiler.graph.Shape;
import dev.nnlang.compiler.program.Axis;
import dev.nnlang.compiler.program.Axis.Fixed;
import dev.nnlang.compiler.program.Index;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The loops of a step: one over each dim, and over some dims that lie behind one another. */
final class StepAxes {

    static final Axis ROWS = new Axis(Dim.ROWS.index(), new Axis.Rows());

    private static final Fixed ONE = new Fixed("1", 1);

    private final Constants constants;
    private final IndexNames names;
    private final Map<Dim, Axis> axes = new HashMap<>();
    private final Map<Axis, List<Dim>> dims = new HashMap<>();

    /** @param dims those of the step; the first get the indices that they prefer */
    StepAxes(List<Dim> dims, Constants constants) {
        this.constants = constants;
        List<Dim> first = new ArrayList<>(List.of(Dim.ROWS));
        first.addAll(dims);
        this.names = new IndexNames(first);
    }

    /** The loop over a dim. */
    Axis of(Dim dim) {
        return axes.computeIfAbsent(dim, key -> {
            Axis axis = dim.isRows() ? ROWS : new Axis(names.of(dim), Constants.of(dim));
            dims.put(axis, List.of(dim));
            return axis;
        });
    }

    List<Axis> of(List<Dim> each) {
        return each.stream().map(this::of).toList();
    }

    /** Those of dims longer than 1, which are worth a loop. */
    List<Axis> loops(List<Dim> each) {
        return of(each).stream().filter(Predicate.not(Axis::isSingle)).toList();
    }

    /** The loops over the dims of one row; one for all of them if {@code together}. */
    List<Axis> ofRow(Shape shape, boolean together) {
        return over(shape.ofRow(), together);
    }

    /** The same of some dims. */
    List<Axis> over(List<Dim> each, boolean together) {
        return together && each.size() > 1 ? List.of(together(each, "i", "SIZE")) : of(each);
    }

    /** One loop over dims that lie behind one another wherever they are read. */
    Axis together(List<Dim> each, String index, String part) {
        if (each.size() == 1) {
            return of(each.get(0));
        }
        Axis axis = new Axis(index, constants.product(each, part));
        dims.put(axis, List.copyOf(each));
        return axis;
    }

    /** Where a value with {@code wanted} dims is, inside the loops {@code open}. */
    List<Index> indices(List<Dim> wanted, List<Axis> open) {
        List<Index> indices = new ArrayList<>();
        int next = 0;
        while (next < wanted.size()) {
            List<Dim> rest = wanted.subList(next, wanted.size());
            Axis axis = open.stream()
                    .filter(each -> startsWith(rest, dims(each)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no loop over " + rest + " among " + open));
            indices.add(new Index.At(axis));
            next += dims(axis).size();
        }
        return indices;
    }

    private static boolean startsWith(List<Dim> rest, List<Dim> first) {
        return first.size() <= rest.size() && rest.subList(0, first.size()).equals(first);
    }

    /** What a loop runs over. */
    private List<Dim> dims(Axis axis) {
        return axis.equals(ROWS) ? List.of(Dim.ROWS) : dims.get(axis);
    }

    /** A place along a dim, as an index. */
    Index index(Affine place, Dim along) {
        if (place.isPlain()) {
            return new Index.At(of(place.terms().get(0).dim()));
        }
        if (!place.isForward() || place.terms().size() > 2) {
            throw new IllegalStateException("no index of " + place);
        }
        Affine.Term position = place.terms().get(0);
        boolean taps = place.terms().size() > 1;
        Affine.Term tap = taps ? place.terms().get(1) : new Affine.Term(position.dim(), 1);
        Index sliding = new Index.Sliding(
                of(position.dim()),
                stride(position),
                taps ? of(tap.dim()) : new Axis("0", ONE),
                constants.named(tap.dim().name() + "_DILATION", tap.stride()),
                constants.named(along.name() + "_PADDING", Math.max(0, -place.offset())),
                Constants.of(along));
        return place.offset() <= 0
                ? sliding
                : new Index.Shifted(
                        sliding, constants.named(along.name() + "_FROM", place.offset()), Constants.of(along));
    }

    private Fixed stride(Affine.Term position) {
        return constants.named(position.dim().name() + "_STRIDE", position.stride());
    }

    /** The loop over those taps of a window that lie inside the image along {@code along}. */
    Axis inside(Affine place, Dim along) {
        Affine.Term position = place.terms().get(0);
        Axis taps = of(place.terms().get(1).dim());
        boolean always = place.lowest() >= 0 && place.highest() < along.size();
        return always
                ? taps
                : new Axis(
                        taps.index(),
                        new Axis.TapsInside(
                                (Fixed) taps.extent(),
                                of(position.dim()),
                                stride(position),
                                constants.named(along.name() + "_PADDING", Math.max(0, -place.offset())),
                                Constants.of(along)));
    }

    /** Where a part of a longer dim begins. */
    Index shifted(Dim part, int from, Dim whole) {
        Fixed offset = from == 0 ? new Fixed("0", 0) : constants.named(part.name() + "_FROM", from);
        return new Index.Shifted(new Index.At(of(part)), offset, Constants.of(whole));
    }
}
