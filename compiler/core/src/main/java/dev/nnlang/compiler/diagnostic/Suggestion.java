package dev.nnlang.compiler.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant who wrote something else. */
public final class Suggestion {

    private Suggestion() {}

    /**
     * What others call {@code wrong}, if one of the candidates is that; otherwise the candidate closest to {@code wrong}, by how many letters must be inserted, dropped, changed or swapped with
     * their neighbour; the first in the alphabet if several are as close. Empty if none is close: more than a third of
     * the letters, but never just one, would change.
     */
    public static Optional<String> closest(String wrong, Collection<String> candidates) {
        return FamiliarNames.among(wrong, candidates).or(() -> closestLetters(wrong, candidates));
    }

    private static Optional<String> closestLetters(String wrong, Collection<String> candidates) {
        int limit = Math.max(1, wrong.length() / 3);
        return candidates.stream()
                .filter(candidate -> !candidate.equals(wrong) && distance(wrong, candidate) <= limit)
                .min(Comparator.comparingInt((String candidate) -> distance(wrong, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code did you mean `tanh`?}, the words behind the caret; empty if no candidate is close. */
    public static Optional<String> didYouMean(String wrong, Collection<String> candidates) {
        return closest(wrong, candidates).map(candidate -> "did you mean `" + candidate + "`?");
    }

    /**
     * Optimal string alignment distance, by Wagner and Fischer's table with transpositions; letters differ by more than
     * their case.
     */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                table[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cheapest(table, a, b, i, j);
            }
        }
        return table[a.length()][b.length()];
    }

    private static int cheapest(int[][] table, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(table[i - 1][j - 1] + change, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
    }
}
