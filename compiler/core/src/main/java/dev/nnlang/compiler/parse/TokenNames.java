package dev.nnlang.compiler.parse;

import dev.nnlang.grammar.NnLexer;
import dev.nnlang.grammar.NnParser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;

/** The language's words for what the grammar calls rules and tokens. */
final class TokenNames {

    private static final Map<Integer, String> RULES = Map.ofEntries(
            Map.entry(NnParser.RULE_declaration, "a declaration"),
            Map.entry(NnParser.RULE_dataItem, "a column, a setting"),
            Map.entry(NnParser.RULE_column, "a column's name"),
            Map.entry(NnParser.RULE_columnType, "a type"),
            Map.entry(NnParser.RULE_category, "a value's name"),
            Map.entry(NnParser.RULE_transform, "a transform"),
            Map.entry(NnParser.RULE_setting, "a setting"),
            Map.entry(NnParser.RULE_statement, "a chain or `let`"),
            Map.entry(NnParser.RULE_link, "a layer"),
            Map.entry(NnParser.RULE_stage, "a layer"),
            Map.entry(NnParser.RULE_call, "a layer"),
            Map.entry(NnParser.RULE_parameter, "a parameter"),
            Map.entry(NnParser.RULE_argument, "an argument"),
            Map.entry(NnParser.RULE_value, "a value"),
            Map.entry(NnParser.RULE_formula, "a value"),
            Map.entry(NnParser.RULE_primary, "a value"),
            Map.entry(NnParser.RULE_name, "a name"),
            Map.entry(NnParser.RULE_plainName, "a name"));

    /** What may continue nearly everything. Where anything else is expected too, nobody wants to hear of these. */
    private static final Set<Integer> CONTINUATIONS = Set.of(
            NnLexer.POWER,
            NnLexer.MINUS,
            NnLexer.STAR,
            NnLexer.SLASH,
            NnLexer.PLUS,
            NnLexer.LESS,
            NnLexer.AT_MOST,
            NnLexer.GREATER,
            NnLexer.AT_LEAST,
            NnLexer.EQUAL,
            NnLexer.NOT_EQUAL,
            NnLexer.AND,
            NnLexer.OR,
            NnLexer.DOT,
            NnLexer.RANGE,
            NnLexer.LEFT_PAREN,
            NnLexer.LEFT_BRACKET,
            NnLexer.STRING,
            NnLexer.PER,
            NnLexer.SEMICOLON);

    private static final Set<Integer> RESERVED = Set.of(
            NnLexer.LET,
            NnLexer.LEARN,
            NnLexer.IF,
            NnLexer.THEN,
            NnLexer.ELSE,
            NnLexer.AND,
            NnLexer.OR,
            NnLexer.NOT,
            NnLexer.TRUE,
            NnLexer.FALSE);

    private static final Set<Integer> VALUES = Set.of(
            NnLexer.NUMBER,
            NnLexer.PERCENTAGE,
            NnLexer.DURATION,
            NnLexer.SIZE,
            NnLexer.STRING,
            NnLexer.TRUE,
            NnLexer.FALSE,
            NnLexer.LEFT_PAREN,
            NnLexer.MINUS,
            NnLexer.NOT,
            NnLexer.IF);

    /** What other languages write, and what it is called here. */
    private static final Map<String, String> INSTEAD = Map.of(
            "→", "an arrow is written `->`",
            "⟶", "an arrow is written `->`",
            "⇒", "an arrow is written `->`",
            "#", "comments begin with `//`",
            "&", "`and` joins conditions",
            "!", "`not` negates a condition",
            "%", "a percent sign stands right behind its number: `70%`",
            "@", "a learning rate, a seed and the like are settings: `rate: 0.1`");

    static final List<String> DECLARATIONS =
            List.of("package", "data", "network", "train", "block", "activation", "loss", "param");

    /** The most characters of a user's word that a message repeats. */
    private static final int LONGEST = 40;

    private static final Set<Integer> INVISIBLE = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SPACE_SEPARATOR,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR);

    private TokenNames() {}

    /** What a rule stands for; empty for rules that one looks into. */
    static Optional<String> ofRule(int rule) {
        return Optional.ofNullable(RULES.get(rule));
    }

    /** Whether {@code phrase} is about something that is a name. */
    static boolean isNamed(String phrase) {
        return phrase.endsWith("name") || phrase.equals(RULES.get(NnParser.RULE_stage));
    }

    static String ofToken(int type) {
        String literal = NnLexer.VOCABULARY.getLiteralName(type);
        if (literal != null) {
            return "`" + literal.substring(1, literal.length() - 1) + "`";
        }
        return switch (type) {
            case Token.EOF -> "the end of the file";
            case NnLexer.STRING -> "a string";
            case NnLexer.NAME -> "a name";
            default -> "a number";
        };
    }

    static String of(Token found) {
        boolean end = found.getType() == Token.EOF && found.getText().equals("<EOF>");
        return end ? "the end of the file" : "`" + printable(found.getText()) + "`";
    }

    /** {@code text} as it may stand in a message: short, and nothing in it that cannot be seen. */
    static String printable(String text) {
        String start =
                text.codePoints().limit(LONGEST).mapToObj(TokenNames::printable).collect(Collectors.joining());
        return text.codePoints().count() > LONGEST ? start + "…" : start;
    }

    private static String printable(int character) {
        boolean seen = character == ' ' || !INVISIBLE.contains(Character.getType(character));
        return seen ? Character.toString(character) : String.format(Locale.ROOT, "U+%04X", character);
    }

    static boolean isContinuation(int type) {
        return CONTINUATIONS.contains(type);
    }

    static boolean isReserved(Token token) {
        return RESERVED.contains(token.getType());
    }

    static boolean startsValue(Token token) {
        return VALUES.contains(token.getType()) || SyncTokens.isName(token);
    }

    /** The advice to somebody who wrote {@code character} as in another language. */
    static Optional<String> insteadOf(String character) {
        return Optional.ofNullable(INSTEAD.get(character));
    }
}
