package dev.nnlang.compiler.library;

import dev.nnlang.compiler.library.Signature.Category;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of everything that the compiler knows by name. What can be said in the language itself is not here but in {@code std.nn}.
 *
 * <p>A row that is not supported is read, and named in the message that says so.
 */
public final class Signatures {

    private static final List<Signature> ROWS = Stream.of(
                    LayerSignatures.ROWS,
                    InitializerSignatures.ROWS,
                    DataSignatures.ROWS,
                    SourceSignatures.ROWS,
                    OptimizerSignatures.ROWS,
                    LossSignatures.ROWS,
                    ScheduleSignatures.ROWS,
                    TrainingSignatures.ROWS,
                    FunctionSignatures.ROWS)
            .flatMap(List::stream)
            .toList();

    private Signatures() {}

    /** Every row, in the order of the reference page. */
    public static List<Signature> all() {
        return ROWS;
    }

    public static Optional<Signature> find(Category category, String name) {
        return ROWS.stream()
                .filter(row -> row.category() == category && row.name().equals(name))
                .findFirst();
    }

    /** The names that can be used today, for suggestions and help. */
    public static List<String> supported(Category category) {
        return ROWS.stream()
                .filter(row -> row.category() == category && row.supported())
                .map(Signature::name)
                .toList();
    }

    static Signature supported(Category category, String name, String doc, Parameter... parameters) {
        return Signature.of(name, category, doc, List.of(parameters));
    }

    static Signature planned(Category category, String name, String doc, Parameter... parameters) {
        return supported(category, name, doc, parameters).planned();
    }
}
