package dev.nnlang.training.data.split;

import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.Schema;
import java.util.ArrayList;
import java.util.List;

/** Looks for classes that cannot be learned because no training row shows them. */
public final class ClassCheck {

    private ClassCheck() {}

    /** A warning for each target of which some classes are missing. */
    public static List<String> warnings(Schema schema, Parts parts) {
        List<String> warnings = new ArrayList<>();
        for (Column column : schema.targets()) {
            if (column.kind() instanceof Column.Labels kind) {
                boolean[] train =
                        present(schema, column, parts.train(), kind.values().size());
                boolean[] validation = present(schema, column, parts.validation(), train.length);
                boolean[] test = present(schema, column, parts.test(), train.length);
                List<String> nowhere = new ArrayList<>();
                List<String> elsewhere = new ArrayList<>();
                for (int i = 0; i < train.length; i++) {
                    if (!train[i]) {
                        (validation[i] || test[i] ? elsewhere : nowhere)
                                .add("`" + kind.values().get(i) + "`");
                    }
                }
                warn(warnings, column, nowhere, "has no row with ");
                warn(warnings, column, elsewhere, "has no training row with ");
            }
        }
        return warnings;
    }

    private static void warn(List<String> warnings, Column column, List<String> missing, String what) {
        if (!missing.isEmpty()) {
            warnings.add("column `" + column.name() + "` " + what + String.join(", ", missing)
                    + ", which therefore cannot be learned");
        }
    }

    private static boolean[] present(Schema schema, Column column, Part part, int classes) {
        boolean[] present = new boolean[classes];
        if (part instanceof Rows rows) {
            int[] labels = rows.table().labels(column.name());
            for (int row : rows.index()) {
                present[labels[row]] = true;
            }
        } else if (part instanceof StreamedRows streamed) {
            // Only the first target's labels are counted as rows stream by; of others nothing is said.
            boolean counted = schema.label().filter(column::equals).isPresent();
            for (int i = 0; i < classes; i++) {
                present[i] = !counted || streamed.counts()[i] > 0;
            }
        }
        return present;
    }
}
