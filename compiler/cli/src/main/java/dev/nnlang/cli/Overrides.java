package dev.nnlang.cli;

import dev.nnlang.compiler.Options;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** {@code --set NAME=VALUE}: values of {@code param} declarations, and with {@code train.} in front settings of a run. */
final class Overrides {

    private static final String RUN = "train.";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Replace the value of a `param` of the file, or a setting of the run: train.rate=0.05.")
    private final Map<String, String> values = new LinkedHashMap<>();

    /** The default options with the file's {@code param}s replaced. */
    Options options() {
        return Options.DEFAULT.withParams(params());
    }

    /** Values of the file's {@code param}s. */
    Map<String, String> params() {
        Map<String, String> params = new LinkedHashMap<>(values);
        params.keySet().removeIf(name -> name.startsWith(RUN));
        return params;
    }

    /** Settings of the run, without the {@code train.}, in the order given. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(RUN)) {
                settings.put(name.substring(RUN.length()), value);
            }
        });
        return settings;
    }

    /** The same options, for a command that runs nothing. */
    Options optionsWithoutRun() {
        if (!settings().isEmpty()) {
            String name = settings().keySet().iterator().next();
            throw new UserError("--set " + RUN + name + " is a setting of a run, and only `nn train` runs anything");
        }
        return options();
    }
}
