package dev.nnlang.training.console;

import dev.nnlang.training.Epoch;
import dev.nnlang.training.TrainingResult;
import dev.nnlang.training.metrics.MetricName;
import dev.nnlang.training.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** A table of all epochs beside the model, for a spreadsheet or a plot. */
record HistoryFile(TrainingResult result, Settings settings) {

    /** Writes it; returns how many lines it has. */
    int write(Path path) throws IOException {
        List<String> columns = columns();
        List<String> lines = new ArrayList<>();
        lines.add("epoch,steps,rate," + String.join(",", columns));
        for (Epoch epoch : result.epochs()) {
            lines.add(line(epoch, columns));
        }
        Files.write(path, lines);
        return lines.size();
    }

    private static String line(Epoch epoch, List<String> columns) {
        StringBuilder line = new StringBuilder();
        line.append(epoch.number())
                .append(',')
                .append(epoch.steps())
                .append(',')
                .append(epoch.rate());
        for (String column : columns) {
            OptionalDouble value = epoch.metric(column);
            line.append(',').append(value.isPresent() ? Double.toString(value.getAsDouble()) : "");
        }
        return line.toString();
    }

    /** Loss and accuracy, and what is watched, of the training rows and of the validation rows: those that some epoch has. */
    private List<String> columns() {
        Set<String> metrics = new LinkedHashSet<>(List.of("loss"));
        result.metrics()
                .byTarget()
                .keySet()
                .forEach(target -> metrics.add(new MetricName(target, "accuracy", "").toString()));
        metrics.addAll(settings.watch());
        List<String> columns = new ArrayList<>();
        for (String part : List.of("train", "validation")) {
            metrics.stream()
                    .map(metric -> part + "." + metric)
                    .filter(this::occurs)
                    .forEach(columns::add);
        }
        return columns;
    }

    private boolean occurs(String metric) {
        return result.epochs().stream().anyMatch(epoch -> epoch.metric(metric).isPresent());
    }
}
