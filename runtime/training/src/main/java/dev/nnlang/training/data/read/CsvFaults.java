package dev.nnlang.training.data.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;

/** Says what is wrong with a file that is no table of text. */
final class CsvFaults {

    private CsvFaults() {}

    /** @param last the line before; null at the first */
    static String describe(CsvParseException e, CsvRecord last) {
        String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
        return "expected a table of text, but line " + next(last) + " or one after it is none: " + reason
                + "; look for a quote that is opened and not closed, or closed in the middle of a field";
    }

    /** @param last the line before; null at the first */
    static String encoding(CsvRecord last) {
        return "expected text in UTF-8, but found other bytes in line " + next(last)
                + " or one after it; save the file as UTF-8";
    }

    private static long next(CsvRecord last) {
        return last == null ? 1 : last.getStartingLineNumber() + 1;
    }
}
