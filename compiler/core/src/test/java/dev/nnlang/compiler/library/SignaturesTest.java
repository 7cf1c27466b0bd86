package dev.nnlang.compiler.library;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table keeps to its own rules. */
class SignaturesTest {

    static Stream<Signature> rows() {
        return Signatures.all().stream();
    }

    @Test
    void noNameHasTwoMeanings() {
        assertThat(rows().map(row -> row.category() + " " + row.name()).toList())
                .containsNoDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void positionsComeFirst(Signature row) {
        List<Boolean> positional =
                row.parameters().stream().map(Parameter::positional).toList();

        assertThat(positional).isInOrder(Comparator.<Boolean>reverseOrder());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void defaultsAreAllowedValues(Signature row) {
        for (Parameter parameter : row.parameters()) {
            parameter.defaultValue().ifPresent(value -> assertWithMessage(parameter.name())
                    .that(isAllowed(parameter.type(), value))
                    .isTrue());
        }
    }

    private static boolean isAllowed(Parameter.Type type, Object value) {
        if (type instanceof Parameter.Whole whole) {
            return value instanceof Long number && whole.holds(number);
        }
        if (type instanceof Parameter.Real real) {
            return value instanceof Double number && real.holds(number);
        }
        if (type instanceof Parameter.RealOrCall either) {
            return isAllowed(either.real(), value);
        }
        if (type instanceof Parameter.Directions directions) {
            return value instanceof List<?> sizes && sizes.stream().allMatch(size -> (long) size >= directions.from());
        }
        if (type instanceof Parameter.Share) {
            return value instanceof Double share && share >= 0 && share <= 1;
        }
        if (type instanceof Parameter.Directions directions) {
            return value instanceof List<?> each
                    && each.stream().allMatch(number -> (Long) number >= directions.from())
                    && (each.size() == 2 || each.isEmpty() && directions.same());
        }
        return type instanceof Parameter.Truth && value instanceof Boolean
                || type instanceof Parameter.Text && value instanceof String
                || type instanceof Parameter.Directions && value instanceof List<?> both && both.size() == 2;
    }
}
