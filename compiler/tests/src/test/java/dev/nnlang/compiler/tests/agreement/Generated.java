package dev.nnlang.compiler.tests.agreement;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.Driver;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is generated for all networks with the same options. */
final class Generated {

    private final Options options;
    private final Map<Integer, Compilation> compilations = new HashMap<>();
    private JavaClasses classes;

    Generated(Options options) {
        this.options = options;
    }

    /** One call of javac for all is many times as fast as one for each. */
    void compile(List<RandomNetwork> networks) {
        networks.forEach(each -> compilations.put(each.seed(), Compiled.compile("random.nn", each.text(), options)));
        classes = JavaClasses.compile(compilations.values().stream()
                .flatMap(compilation -> compilation.files().stream())
                .toList());
    }

    Compilation compilation(RandomNetwork network) {
        return compilations.get(network.seed());
    }

    Driver trainer(RandomNetwork network, int rows) {
        return Compiled.trainer(compilations.get(network.seed()), classes, rows);
    }

    Class<?> predictor(RandomNetwork network) {
        Compilation compilation = compilations.get(network.seed());
        return classes.load(compilation.networks().get(0).predictor());
    }

    Driver simdTrainer(RandomNetwork network, int rows) {
        return Compiled.simdTrainer(compilations.get(network.seed()), classes, rows);
    }
}
