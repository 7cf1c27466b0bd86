package dev.nnlang.compiler.resolve.scope;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.library.Notation;
import dev.nnlang.compiler.library.Signature.Category;
import dev.nnlang.compiler.model.Invocation;
import dev.nnlang.compiler.parse.Parser;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.syntax.DataItem;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls, and the arguments that they have once defaults are filled in; or what is wrong with them. */
class ArgumentsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LAYER       | dense(16)                                 | units 16, bias true
                    LAYER       | dense(units: 2 * 3 + 2^2, bias: false)    | units 10, bias false
                    LAYER       | dense(4, init: normal(1e-3, mean: -1))    | units 4, bias true, init normal(deviation 0.001, mean -1)
                    LAYER       | softmax                                   | ''
                    INITIALIZER | uniform(-0.1, 0.1)                        | low -0.1, high 0.1
                    INITIALIZER | uniform(high: 1, low: -(1 / 2))           | low -0.5, high 1
                    SOURCE      | csv("a \\"b\\".csv", header: false)       | path "a "b".csv", header false, separator ","
                    SPLIT       | random(train: 70%, test: 30%)             | train 0.7, validation 0, test 0.3
                    TRANSFORM   | scale(-1..1)                              | range -1..1
                    COLUMN_TYPE | image(32x32x3)                            | size 32x32x3
                    OPTIMIZER   | sgd(momentum: 0.9, rate: 0.1)             | rate 0.1, momentum 0.9, nesterov false
                    OPTIMIZER   | adam(beta1: 0.8)                          | rate 0.001, beta1 0.8, beta2 0.999, epsilon 1e-8
                    REGULARIZER | elastic(l1: 1e-5, l2: 1e-4)               | l1 1e-5, l2 1e-4
                    CONDITION   | no_improvement(validation.loss, epochs: 5) | metric "validation.loss", epochs 5
                    """)
    void binds(Category category, String call, String expected) {
        Diagnostics diagnostics = new Diagnostics();

        Optional<Invocation> invocation = resolve(category, call, diagnostics);

        assertThat(diagnostics.list()).isEmpty();
        assertThat(arguments(invocation.orElseThrow())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LAYER       | dense(2147483648)                 | the number of units must be at most 2147483647, but this is 2147483648
                    LAYER       | dense(-1)                         | the number of units must be a whole number of at least 1, but this is -1
                    LAYER       | dense(7 / 2)                      | the number of units must come out whole, but this is 3.5, from `7 / 2`
                    LAYER       | dense(1 / (1 - 1))                | this divides by zero
                    LAYER       | dense(70%)                        | the number of units must be a whole number of at least 1, but this is the share 70%
                    LAYER       | dense(units)                      | there is nothing called `units` here
                    OPTIMIZER   | sgd(rate: 10^999)                 | a learning rate must be above 0, but this is Infinity, from `10^999`
                    OPTIMIZER   | sgd(rate: (0 - 1)^0.5)            | a learning rate must be above 0, but this is NaN, from `(0 - 1)^0.5`
                    OPTIMIZER   | sgd(rate: 1, momentum: 1)         | a momentum must be at least 0 and below 1, but this is 1
                    OPTIMIZER   | 0.1                               | the place must be an optimizer, but this is 0.1
                    INITIALIZER | normal(mean: 1)                   | `normal` needs a standard deviation
                    SPLIT       | random(train: 110%)               | the training share must be a share from 0% to 100%, but this is 110%
                    SPLIT       | random(train: 0%, test: 100%)     | some rows must be left to train on
                    COLUMN_TYPE | image(28)                         | an image's size must be a size such as 28x28 or 32x32x3, but this is 28
                    COLUMN_TYPE | image(0x28)                       | an image's size must be a size such as 28x28 or 32x32x3, but this is 0x28
                    """)
    void explains(Category category, String call, String expected) {
        Diagnostics diagnostics = new Diagnostics();

        Optional<Invocation> invocation = resolve(category, call, diagnostics);

        assertThat(invocation).isEqualTo(Optional.empty());
        assertThat(diagnostics.list().stream().map(Diagnostic::message)).containsExactly(expected);
    }

    private static Optional<Invocation> resolve(Category category, String call, Diagnostics diagnostics) {
        SourceFile file = new SourceFile("call.nn", "train Any { value: " + call + " }");
        Declaration.Train train = (Declaration.Train)
                Parser.parse(file, diagnostics).declarations().get(0);
        DataItem.Setting setting = train.settings().get(0);
        Expression value = setting.values().get(0);
        Constants constants = new Constants(new Params(List.of(), Map.of(), diagnostics), diagnostics);
        return new Invocations(constants, diagnostics).resolve(category, "the place", value);
    }

    private static String arguments(Invocation invocation) {
        return invocation.arguments().entrySet().stream()
                .map(argument -> argument.getKey() + " " + value(argument.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String value(Object value) {
        return value instanceof Invocation call ? call.name() + "(" + arguments(call) + ")" : Notation.of(value);
    }
}
