package dev.nnlang.compiler.parse;

import dev.nnlang.grammar.NnLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;

/**
 * The tokens of a file.
 *
 * @param list all that the grammar sees, the last one being the file's end
 * @param comments all comments, in the order of the text
 * @param doubtful where tokens start at which a syntax error would only repeat what has been said about the token
 * before
 */
record Tokens(List<Token> list, List<Token> comments, Set<Integer> doubtful) {

    CommonTokenStream stream() {
        return new CommonTokenStream(new ListTokenSource(list));
    }

    /**
     * The tokens cut before each line that looks like the start of a declaration: after a mistake each part is parsed
     * alone.
     */
    List<CommonTokenStream> parts() {
        List<CommonTokenStream> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < list.size(); i++) {
            boolean last = i == list.size() - 1;
            if (last || SyncTokens.startsDeclaration(list, i)) {
                parts.add(part(start, i));
                start = i;
            }
        }
        return parts.isEmpty() ? List.of(stream()) : parts;
    }

    private CommonTokenStream part(int start, int end) {
        CommonToken stop = new CommonToken(list.get(end));
        stop.setType(NnLexer.EOF);
        stop.setText(list.get(end).getText());
        List<Token> part = new ArrayList<>(list.subList(start, end));
        part.add(stop);
        return new CommonTokenStream(new ListTokenSource(part));
    }
}
