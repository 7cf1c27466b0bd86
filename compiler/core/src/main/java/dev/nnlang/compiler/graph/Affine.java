package dev.nnlang.compiler.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A place along a dim of a tensor: {@code (sum of stride * index + offset) / divisor}, where the indices are those of dims that are computed or
 * summed over. Where the quotient is not whole, or lies outside of the dim, nothing is read: 0.
 *
 * @param terms one for each dim that moves the place
 */
public record Affine(List<Term> terms, int offset, int divisor) {

    /** How far the place moves with each index of {@code dim}, before it is divided. */
    public record Term(Dim dim, int stride) {}

    public Affine {
        terms = List.copyOf(terms);
        if (divisor < 1) {
            throw new IllegalArgumentException("a place divided by " + divisor);
        }
    }

    /** Where the index of {@code dim} is. */
    public static Affine at(Dim dim) {
        return new Affine(List.of(new Term(dim, 1)), 0, 1);
    }

    /** The pixel that a tap of a window sees: {@code position * stride + tap * dilation - before}. */
    public static Affine window(Dim position, int stride, Dim tap, int dilation, int before) {
        return new Affine(List.of(new Term(position, stride), new Term(tap, dilation)), -before, 1);
    }

    /** Whether it is just the index of a dim. */
    public boolean isPlain() {
        return terms.size() == 1 && terms.get(0).stride() == 1 && offset == 0 && divisor == 1;
    }

    /** Whether it goes forward with every index, and is not divided. */
    public boolean isForward() {
        return divisor == 1 && terms.stream().allMatch(term -> term.stride() > 0);
    }

    public Stream<Dim> dims() {
        return terms.stream().map(Term::dim);
    }

    public boolean reads(Dim dim) {
        return dims().anyMatch(dim::equals);
    }

    /** The term of one of {@code dims}, if there is exactly one. */
    public Term onlyTermOf(Collection<Dim> dims) {
        List<Term> found =
                terms.stream().filter(term -> dims.contains(term.dim())).toList();
        if (found.size() != 1) {
            throw new IllegalStateException(this + " has not one term of " + dims);
        }
        return found.get(0);
    }

    /** Where the index of {@code term}'s dim must be for this place to be {@code result}: {@code (result * divisor - the rest) / stride}. */
    public Affine solvedFor(Term term, Dim result) {
        int sign = term.stride() < 0 ? -1 : 1;
        List<Term> solved = new ArrayList<>(List.of(new Term(result, sign * divisor)));
        terms.stream()
                .filter(each -> !each.equals(term))
                .forEach(each -> solved.add(new Term(each.dim(), -sign * each.stride())));
        return new Affine(solved, -sign * offset, sign * term.stride());
    }

    /** The same place where each index is at what {@code indices} has in its stead. */
    public Affine substitute(Map<Dim, Affine> indices) {
        int common = terms.stream()
                .map(term -> indices.get(term.dim()))
                .mapToInt(index -> index == null ? 1 : index.divisor())
                .reduce(1, Math::multiplyExact);
        List<Term> substituted = new ArrayList<>();
        int moved = common * offset;
        for (Term term : terms) {
            Affine index = indices.getOrDefault(term.dim(), at(term.dim()));
            int factor = term.stride() * (common / index.divisor());
            index.terms.forEach(each -> substituted.add(new Term(each.dim(), factor * each.stride())));
            moved += factor * index.offset;
        }
        return new Affine(merged(substituted), moved, common * divisor);
    }

    private static List<Term> merged(List<Term> terms) {
        List<Term> merged = new ArrayList<>();
        for (Term term : terms) {
            int stride = terms.stream()
                    .filter(each -> each.dim().equals(term.dim()))
                    .mapToInt(Term::stride)
                    .sum();
            boolean seen = merged.stream().anyMatch(each -> each.dim().equals(term.dim()));
            if (!seen && stride != 0) {
                merged.add(new Term(term.dim(), stride));
            }
        }
        return merged;
    }

    /** The lowest place, not divided. */
    public int lowest() {
        return offset
                + terms.stream().mapToInt(term -> Math.min(0, farthest(term))).sum();
    }

    /** The highest place, not divided. */
    public int highest() {
        return offset
                + terms.stream().mapToInt(term -> Math.max(0, farthest(term))).sum();
    }

    private static int farthest(Term term) {
        return term.stride() * (term.dim().size() - 1);
    }

    /** {@code h * 2 + r - 1}, with a name for each dim. */
    public String toString(Function<Dim, String> names) {
        StringBuilder sum = new StringBuilder();
        for (Term term : terms) {
            String sign = term.stride() < 0 ? (sum.isEmpty() ? "-" : " - ") : sum.isEmpty() ? "" : " + ";
            int stride = Math.abs(term.stride());
            sum.append(sign).append(names.apply(term.dim())).append(stride == 1 ? "" : " * " + stride);
        }
        if (offset != 0) {
            sum.append(offset < 0 ? " - " : " + ").append(Math.abs(offset));
        }
        return divisor == 1 ? sum.toString() : "(" + sum + ") / " + divisor;
    }

    @Override
    public String toString() {
        return toString(Dim::name);
    }
}
