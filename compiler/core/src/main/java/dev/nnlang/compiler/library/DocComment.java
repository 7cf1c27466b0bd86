package dev.nnlang.compiler.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of {@code ///} lines, read as Markdown is: paragraphs, a list, an indented block.
 *
 * @param summary what stands before the list and the block
 * @param items the list, {@code - slope: how much goes through}; of a declaration its parameters, of a block {@code in} and {@code out} too
 * @param example the block, without its indentation
 */
public record DocComment(String summary, Map<String, String> items, List<String> example) {

    private static final String ITEM = "- ";
    private static final String INDENT = "    ";

    public static DocComment of(String text) {
        List<String> summary = new ArrayList<>();
        Map<String, String> items = new LinkedHashMap<>();
        List<String> example = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith(INDENT)) {
                example.add(line.substring(INDENT.length()));
            } else if (line.startsWith(ITEM) && line.contains(": ")) {
                int colon = line.indexOf(": ");
                items.put(line.substring(ITEM.length(), colon), line.substring(colon + 2));
            } else if (!line.isBlank()) {
                summary.add(line);
            }
        }
        return new DocComment(String.join(" ", summary), items, List.copyOf(example));
    }
}
