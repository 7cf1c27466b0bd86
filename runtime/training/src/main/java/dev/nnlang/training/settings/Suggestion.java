package dev.nnlang.training.settings;

import java.util.Comparator;
import java.util.List;

/** What a user may have meant. */
public final class Suggestion {
    private Suggestion() {}

    /** {@code (did you mean `rate`?)} if one of the names differs in a few letters only, otherwise nothing. */
    public static String of(String found, List<String> known) {
        int near = Math.max(1, found.length() / 3);
        return known.stream()
                .filter(name -> distance(found, name) <= near)
                .min(Comparator.comparingInt(name -> distance(found, name)))
                .map(name -> " (did you mean `" + name + "`?)")
                .orElse("");
    }

    /** Letters to insert, delete or replace: Levenshtein's distance (1965), a row of its table at a time. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
