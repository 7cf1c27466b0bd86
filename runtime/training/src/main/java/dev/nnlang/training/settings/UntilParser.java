package dev.nnlang.training.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an {@link Until}. Its grammar, tightest last:
 *
 * <pre>
 * any  = all { "or" all }
 * all  = one { "and" one }
 * one  = "(" any ")" | "no_improvement" "(" NAME "," [ "epochs" ":" ] NUMBER ")" | NAME SIGN NUMBER
 * NAME = letters, digits, "_" and "." [ "(" argument ")" ]
 * </pre>
 */
final class UntilParser {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(or\\b|and\\b|no_improvement\\b|[a-zA-Z_][a-zA-Z_0-9.]*(?:\\([^()]*\\))?)|([-+]?[0-9.]+(?:e[-+]?[0-9]+)?[a-z]*)|(>=|<=|[<>=(),:]))\\s*");
    private static final Pattern NUMBER =
            Pattern.compile("([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:e[-+]?[0-9]+)?)([a-z]*)");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    UntilParser(String text) {
        this.text = text;
    }

    Until parse() {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        if (end < text.length()) {
            throw expected("a condition", text.substring(end).strip());
        }
        Until until = any();
        if (next < tokens.size()) {
            throw expected("`or`, `and` or the end", peek());
        }
        return until;
    }

    private Until any() {
        List<Until> conditions = new ArrayList<>(List.of(all()));
        while (accept("or")) {
            conditions.add(all());
        }
        return conditions.size() == 1 ? conditions.get(0) : new AnyOf(conditions);
    }

    private Until all() {
        List<Until> conditions = new ArrayList<>(List.of(one()));
        while (accept("and")) {
            conditions.add(one());
        }
        return conditions.size() == 1 ? conditions.get(0) : new AllOf(conditions);
    }

    private Until one() {
        if (accept("(")) {
            Until inner = any();
            require(")");
            return inner;
        }
        String name = name();
        return name.equals("no_improvement") ? noImprovement() : comparison(name);
    }

    private Until noImprovement() {
        require("(");
        String metric = name();
        require(",");
        if (accept("epochs")) {
            require(":");
        }
        double epochs = number("epochs");
        require(")");
        if (epochs < 1 || epochs != (int) epochs) {
            throw expected("a whole number of epochs", tokens.get(next - 2));
        }
        return Until.noImprovement(metric, (int) epochs);
    }

    private Until comparison(String quantity) {
        for (Comparison.Sign sign : Comparison.Sign.values()) {
            if (accept(sign.toString())) {
                return new Comparison(quantity, sign, number(quantity));
            }
        }
        throw expected("=, >=, >, <= or < after " + quantity, peek());
    }

    private String name() {
        String token = peek();
        if (token.isEmpty() || !(Character.isLetter(token.charAt(0)) || token.startsWith("_"))) {
            throw expected("epoch, step, time or a metric", token);
        }
        next++;
        return token;
    }

    /** A number, in seconds if it is a time. */
    private double number(String quantity) {
        Matcher matcher = NUMBER.matcher(peek());
        if (!matcher.matches()) {
            throw expected("a number", peek());
        }
        next++;
        double value = Double.parseDouble(matcher.group(1));
        return value * (quantity.equals("time") ? seconds(matcher.group(2)) : unitless(matcher.group(2)));
    }

    private double seconds(String unit) {
        return switch (unit) {
            case "s" -> 1;
            case "min" -> 60;
            case "h" -> 3600;
            default -> throw expected("a time in s, min or h", tokens.get(next - 1));
        };
    }

    private double unitless(String unit) {
        if (!unit.isEmpty()) {
            throw expected("a number without unit", tokens.get(next - 1));
        }
        return 1;
    }

    private boolean accept(String token) {
        boolean found = peek().equals(token);
        next += found ? 1 : 0;
        return found;
    }

    private void require(String token) {
        if (!accept(token)) {
            throw expected("`" + token + "`", peek());
        }
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private SettingException expected(String what, String found) {
        return new SettingException("until: expected " + what + ", but found "
                + (found.isEmpty() ? "the end" : "`" + found + "`") + " in `" + text + "`");
    }
}
