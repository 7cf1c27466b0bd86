package dev.nnlang.compiler.schedule;

import dev.nnlang.compiler.graph.Affine;
import dev.nnlang.compiler.graph.Dim;
import dev.nnlang.compiler.graph.Factor;
import dev.nnlang.compiler.graph.op.Contract;
import dev.nnlang.compiler.graph.op.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the loops of a sum of products run over. Where a factor is read at a place that is divided, or goes backward with the taps of a window,
 * most turns would find nothing: then the loops run over the factor's own dim, and each of its elements is added to all places of the result that
 * it is seen by.
 *
 * @param rows over elements of the result, or of what is added to it
 * @param columns the last dim of the result, if just one of two factors has it
 * @param depth over the terms of a sum
 * @param target where the result is written
 * @param factors where they are read in these loops
 * @param scatters whether several turns add to one element of the result, or none
 */
record SumLoops(
        List<Dim> rows,
        Optional<Dim> columns,
        List<Dim> depth,
        List<Affine> target,
        List<Factor> factors,
        boolean scatters) {

    static SumLoops of(Contract sums) {
        boolean scatters = sums.factors().stream()
                .flatMap(factor -> factor.places().stream())
                .anyMatch(place -> !place.isForward());
        return scatters ? scattering(sums) : gathering(sums);
    }

    /** Whether each element of a result is computed as a whole, so that what follows can be computed of it while it is at hand. */
    static boolean isProduct(Op op) {
        return op instanceof Contract sums && of(sums).isProduct();
    }

    private boolean isProduct() {
        return columns.isPresent() && !scatters && !addsUpRows();
    }

    /** Whether it adds up rows of the batch, each of which is a sum itself. */
    boolean addsUpRows() {
        return depth.contains(Dim.ROWS) && depth.size() > 1;
    }

    private static SumLoops gathering(Contract sums) {
        List<Dim> dims = sums.shape().dims();
        Optional<Dim> columns = columns(sums, sums.factors());
        return new SumLoops(
                dims.stream().filter(dim -> !columns.equals(Optional.of(dim))).toList(),
                columns,
                sums.over(),
                dims.stream().map(Affine::at).toList(),
                sums.factors(),
                false);
    }

    private static Optional<Dim> columns(Contract sums, List<Factor> factors) {
        List<Dim> dims = sums.shape().dims();
        return dims.isEmpty()
                ? Optional.empty()
                : Optional.of(dims.get(dims.size() - 1))
                        .filter(last -> !last.isRows() && factors.size() == 2)
                        .filter(last -> factors.stream()
                                        .filter(factor -> factor.reads(last))
                                        .count()
                                == 1);
    }

    private static SumLoops scattering(Contract sums) {
        Map<Dim, Affine> solved = new HashMap<>();
        Map<Dim, Dim> positions = new HashMap<>();
        for (Factor factor : sums.factors()) {
            for (int i = 0; i < factor.places().size(); i++) {
                Affine place = factor.places().get(i);
                if (!place.isForward()) {
                    Affine.Term unknown = place.onlyTermOf(sums.shape().dims());
                    solved.put(unknown.dim(), place.solvedFor(unknown, factor.dim(i)));
                    positions.put(unknown.dim(), factor.dim(i));
                }
            }
        }
        List<Factor> factors =
                sums.factors().stream().map(factor -> moved(factor, solved)).toList();
        List<Affine> target = sums.shape().dims().stream()
                .map(dim -> solved.getOrDefault(dim, Affine.at(dim)))
                .toList();
        Optional<Dim> columns = columns(sums, factors).filter(last -> !solved.containsKey(last));
        List<Dim> taps = sums.over().stream()
                .filter(dim -> target.stream().anyMatch(place -> place.reads(dim)))
                .toList();
        List<Dim> rows = Stream.concat(
                        sums.shape().dims().stream()
                                .filter(dim -> !columns.equals(Optional.of(dim)))
                                .map(dim -> positions.getOrDefault(dim, dim)),
                        taps.stream())
                .toList();
        List<Dim> depth = new ArrayList<>(sums.over());
        depth.removeAll(taps);
        return new SumLoops(rows, columns, depth, target, factors, true);
    }

    /** A factor in loops over its own dims where they take the place of those of the result. */
    private static Factor moved(Factor factor, Map<Dim, Affine> solved) {
        List<Affine> places = new ArrayList<>();
        for (int i = 0; i < factor.places().size(); i++) {
            Affine place = factor.places().get(i);
            places.add(place.isForward() ? place.substitute(solved) : Affine.at(factor.dim(i)));
        }
        return new Factor(factor.value(), places);
    }

    /** The factor that columns are read from. */
    Factor right() {
        return factors.stream()
                .filter(factor -> factor.reads(columns.orElseThrow()))
                .findFirst()
                .orElseThrow();
    }

    /** The other one. */
    Factor left() {
        return factors.stream()
                .filter(factor -> !factor.reads(columns.orElseThrow()))
                .findFirst()
                .orElseThrow();
    }
}
