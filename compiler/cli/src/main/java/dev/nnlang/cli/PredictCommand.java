package dev.nnlang.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Compilation.CompiledNetwork;
import dev.nnlang.compiler.Compiler;
import dev.nnlang.runtime.ModelFile;
import dev.nnlang.runtime.ModelFileException;
import dev.nnlang.training.data.Column;
import dev.nnlang.training.data.DataException;
import dev.nnlang.training.data.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nn predict}. */
@Command(
        name = "predict",
        description = "Ask a trained network about the rows of a CSV file; prints CSV.",
        mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer>, Computing {

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file that `nn train` wrote.")
    private Path modelFile;

    @Parameters(index = "1", paramLabel = "ROWS", description = "A CSV file with the input columns, by their names.")
    private Path rowsFile;

    @ParentCommand
    private Nn nn;

    @Override
    public Integer call() throws IOException {
        try {
            ModelFile model = ModelFile.read(modelFile);
            Compilation compilation = compile(model);
            CompiledNetwork network = network(compilation, model.metadata().get(ModelFile.NETWORK));
            ClassLoader classes = GeneratedClasses.of(compilation.files());
            GeneratedTrainer trainer = new GeneratedTrainer(network, classes);
            Table rows = PredictionRows.read(trainer.task().data(), rowsFile);
            print(rows, trainer.targets(), new GeneratedPredictor(network, classes, modelFile));
            return ExitCode.OK;
        } catch (ModelFileException | DataException e) {
            throw new UserError(e.getMessage());
        }
    }

    private Compilation compile(ModelFile model) {
        Recipe recipe = Recipe.of(model, modelFile);
        Compilation compilation = Compiler.compile(recipe.source(), recipe.options());
        if (compilation.hasErrors()) {
            nn.report().show(compilation.diagnostics());
            throw new UserError("this version of nn does not take the .nn file that " + modelFile
                    + " was trained from: correct it and train again");
        }
        return compilation;
    }

    private static CompiledNetwork network(Compilation compilation, String name) {
        return compilation.networks().stream()
                .filter(network -> network.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void print(Table rows, List<Column> targets, GeneratedPredictor predictor) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(nn.out());
        csv.writeRecord(header(targets));
        for (int i = 0; i < rows.rows(); i++) {
            csv.writeRecord(predictor.predict(rows, i, targets));
        }
        csv.flush();
    }

    /** {@code species,setosa,versicolor}; of several targets {@code price,kind,kind.flat,kind.villa}; of vectors {@code walls.0,walls.1}. */
    private static List<String> header(List<Column> targets) {
        List<String> names = new ArrayList<>();
        for (Column target : targets) {
            String prefix = targets.size() == 1 ? "" : target.name() + ".";
            if (target.width() > 1) {
                IntStream.range(0, target.width()).forEach(i -> names.add(target.name() + "." + i));
            } else {
                names.add(target.name());
            }
            if (target.kind() instanceof Column.Labels labels) {
                labels.values().forEach(value -> names.add(prefix + value));
            }
        }
        return names;
    }
}
