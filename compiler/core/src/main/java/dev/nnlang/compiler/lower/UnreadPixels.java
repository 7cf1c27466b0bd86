package dev.nnlang.compiler.lower;

import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Diagnostics;
import dev.nnlang.compiler.model.Layer;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The pixels at an image's end that no window reaches, because sizes round down. Padding that is never read is no loss.
 *
 * @param count how many; 0 or less if all are read
 * @param arithmetic {@code (28 - 5) / 2 + 1}
 * @param positions what that is: {@code 12.5}
 */
record UnreadPixels(int count, String arithmetic, String positions) {

    private static final MathContext DIGITS = new MathContext(4);

    static UnreadPixels of(int length, Window.Slide slide) {
        int padding = slide.padding();
        int room = length + padding - slide.reach();
        String sum = padding == 0 ? "" : " + " + padding;
        BigDecimal exact = new BigDecimal(room)
                .divide(new BigDecimal(slide.stride()), DIGITS)
                .add(BigDecimal.ONE);
        // Who steps further than the window reaches leaves pixels out on purpose.
        boolean skips = slide.stride() > slide.reach();
        return new UnreadPixels(
                skips ? 0 : room % slide.stride() - slide.behind(),
                "(" + length + sum + " - " + slide.reach() + ") / " + slide.stride() + " + 1",
                exact.round(DIGITS).stripTrailingZeros().toPlainString());
    }

    /** @param what they are: {@code row} */
    void warn(Layer layer, String what, Diagnostics diagnostics) {
        if (count > 0) {
            boolean several = count > 1 || what.contains(" and ");
            String which = (count > 1 ? count + " " : "") + (count > 1 ? what.replace(" and ", "s and ") + "s" : what);
            diagnostics.report(
                    DiagnosticKind.UNREAD_PIXELS,
                    layer.span(),
                    arithmetic,
                    positions,
                    which + (several ? " are" : " is"));
        }
    }
}
