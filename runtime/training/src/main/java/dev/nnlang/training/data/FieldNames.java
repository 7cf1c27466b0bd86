package dev.nnlang.training.data;

import dev.nnlang.runtime.ModelFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names that elements of columns have in the header of the training file. A model file keeps them, so that rows of another
 * file are read by name: a column {@code pixels: real[3]} of {@code p0, p1, p2} is never read from {@code p0, p2, p1}.
 */
public final class FieldNames {

    private static final String PREFIX = "fields.";
    private static final String SEPARATOR = "\n";

    private FieldNames() {}

    /** Keeps those of one column. */
    public static void write(ModelFile.Builder file, String column, List<String> names) {
        file.metadata(
                PREFIX + column,
                String.join(SEPARATOR, names.stream().map(FieldNames::inLine).toList()));
    }

    private static String inLine(String name) {
        return name.replace(SEPARATOR, " ");
    }

    /** Those of all columns of which they are known, by column. */
    public static Map<String, List<String>> read(ModelFile file) {
        Map<String, List<String>> names = new TreeMap<>();
        file.metadata().forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                names.put(key.substring(PREFIX.length()), List.of(value.split(SEPARATOR, -1)));
            }
        });
        return names;
    }
}
