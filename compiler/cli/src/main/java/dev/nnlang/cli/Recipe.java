package dev.nnlang.cli;

import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.runtime.ModelFile;
import dev.nnlang.training.TrainingTask;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a network was compiled from. It is kept in the model file, so that {@code nn predict} needs nothing else.
 *
 * @param params values that replaced those of {@code param} declarations
 */
record Recipe(SourceFile source, Map<String, String> params) {

    private static final String NAME = "source.name";
    private static final String TEXT = "source.text";
    private static final String PARAM = "param.";

    /** File systems allow no longer ones. */
    private static final int LONGEST_NAME = 255;

    TrainingTask addTo(TrainingTask task) {
        TrainingTask whole = task.metadata(NAME, source.name()).metadata(TEXT, source.text());
        for (Map.Entry<String, String> param : params.entrySet()) {
            whole = whole.metadata(PARAM + param.getKey(), param.getValue());
        }
        return whole;
    }

    /** @param path of the model file, for messages */
    static Recipe of(ModelFile model, Path path) {
        Map<String, String> metadata = model.metadata();
        if (!metadata.containsKey(TEXT) || !metadata.containsKey(NAME)) {
            throw new UserError(path + " does not hold the .nn file that it was trained from: "
                    + "`nn train` writes model files that do");
        }
        if (!isFileName(metadata.get(NAME))) {
            throw new UserError(path + " is damaged, or was made to do harm: what it calls the name of its .nn file "
                    + "is longer than " + LONGEST_NAME + " characters, or has some that no name has; "
                    + "use a file that you have trained yourself");
        }
        Map<String, String> params = new TreeMap<>();
        metadata.forEach((key, value) -> {
            if (key.startsWith(PARAM)) {
                params.put(key.substring(PARAM.length()), value);
            }
        });
        return new Recipe(new SourceFile(metadata.get(NAME), metadata.get(TEXT)), params);
    }

    /** A line end in it would let what follows be read as something else than a name. */
    private static boolean isFileName(String name) {
        return name.length() <= LONGEST_NAME
                && name.codePoints().noneMatch(each -> switch (Character.getType(each)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE -> true;
                    default -> false;
                });
    }

    Options options() {
        return Options.DEFAULT.withParams(params);
    }
}
