package dev.nnlang.compiler.tests.training;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import dev.nnlang.training.network.Initializer;
import dev.nnlang.training.network.Parameter;
import org.junit.jupiter.api.Test;

class InitializersTest {

    @Test
    void trainersDrawFromWhatTheFileSays() {
        String text = """
                data Rows {
                  input  x: real[4]
                  target y: real
                }
                network Net for Rows {
                  x -> dense(16, bias: false, init: normal(0.0001)) -> tanh
                    -> dense(9, bias: false, init: normal(10)) -> tanh
                    -> dense(4, bias: false, init: truncated_normal(0.1, mean: 0.2)) -> tanh
                    -> dense(25, bias: false, init: uniform(-0.1, 0.2)) -> tanh
                    -> dense(8, bias: false, init: xavier) -> tanh
                    -> dense(2, bias: false, init: he(gain: 0.5)) -> relu
                    -> dense(2, bias: false, init: orthogonal(gain: 1.5))
                    -> dense(2, bias: false, init: zeros)
                    -> dense(1, init: constant(-1)) -> y
                }
                train Net { loss: mean_squared_error optimizer: adam until: epoch = 1 }
                """;
        Compilation compilation = Compiled.compile("init.nn", text, Compiled.FLOAT);
        Driver driver = Compiled.trainer(compilation, JavaClasses.compile(compilation.files()), 1);

        assertThat(driver.trainer().parameters().stream().map(Parameter::initializer))
                .containsExactly(
                        Initializer.normal(0, 1e-4),
                        Initializer.normal(0, 10),
                        Initializer.truncatedNormal(0.2, 0.1),
                        Initializer.uniform(-0.1, 0.2),
                        Initializer.normal(0, 0.2),
                        Initializer.normal(0, 0.25),
                        Initializer.orthogonal(1.5),
                        Initializer.zeros(),
                        Initializer.constant(-1),
                        Initializer.zeros())
                .inOrder();
    }
}
