package dev.nnlang.compiler.resolve.scope;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.formula.Evaluator;
import dev.nnlang.compiler.formula.Formula;
import dev.nnlang.compiler.library.StandardLibrary;
import dev.nnlang.compiler.parse.Parser;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.syntax.Declaration;
import dev.nnlang.compiler.syntax.SourceUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code std.nn} is a file like any other, and means what PyTorch's functions of the same names mean. */
class StandardLibraryTest {

    private final Diagnostics diagnostics = new Diagnostics();
    private final SourceUnit library = Parser.parse(StandardLibrary.source(), diagnostics);

    /** Closed forms of the functions of the same names in torch.nn.functional; the oracle tests hold them against its figures. */
    @ParameterizedTest
    @CsvSource({
        "identity(x),     -2, -2",
        "sigmoid(x),       1,  0.7310585786300049",
        "tanh(x),         -1, -0.7615941559557649",
        "relu(x),         -2,  0",
        "leaky_relu(x),   -2, -0.02",
        "'prelu(x, alpha: 0.25)', -2, -0.5",
        "elu(x),          -1, -0.6321205588285577",
        "selu(x),         -1, -1.1113307378125625",
        "softplus(x),      0,  0.6931471805599453",
        "swish(x),         1,  0.7310585786300049",
        "gelu(x),          1,  0.8413447460685429",
        "hard_sigmoid(x),  1,  0.6666666666666666",
        "hard_tanh(x),    -3, -1",
        "softsign(x),     -3, -0.75",
    })
    void agreesWithPyTorch(String formula, double x, double expected) {
        double value = Evaluator.evaluate(convert(formula), Map.of("x", x));

        assertThat(diagnostics.list()).isEmpty();
        assertThat(value).isWithin(1e-15).of(expected);
    }

    @Test
    void everyDeclarationIsSoundAndDocumented() {
        Declarations declarations = new Declarations(library, library, new Diagnostics());
        Scope services = Scope.of(declarations, new Params(List.of(), Map.of(), diagnostics), diagnostics);
        declarations.all(Declaration.Activation.class).forEach(services.formulas()::check);
        declarations.all(Declaration.Loss.class).forEach(services.formulas()::check);

        assertThat(diagnostics.list()).isEmpty();
        for (Declaration declaration : library.declarations()) {
            assertWithMessage(declaration.name().text()).that(declaration.doc()).isNotEmpty();
        }
    }

    private Formula convert(String formula) {
        SourceFile file = new SourceFile("formula.nn", "activation tried(x) = " + formula);
        SourceUnit unit = Parser.parse(file, diagnostics);
        Declarations declarations = new Declarations(unit, library, diagnostics);
        Params params = new Params(List.of(), Map.of(), diagnostics);
        Map<String, Formula> variables = new LinkedHashMap<>(Map.of("x", Formula.variable("x")));
        Declaration.Activation tried =
                (Declaration.Activation) unit.declarations().get(0);
        return new FormulaConverter(declarations, params, diagnostics).convert(tried.body(), variables);
    }
}
