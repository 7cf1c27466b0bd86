package dev.nnlang.training.data.image;

/** The segments at the beginning of a JPEG (ITU-T T.81, annex B): each has a marker, a length, then its content. */
public final class JpegHeader {

    private static final int MARKER = 0xff;
    private static final int START_OF_IMAGE = 0xd8;
    private static final int FIRST_FRAME = 0xc0;
    private static final int LAST_FRAME = 0xcf;
    private static final int COMPONENTS_AT = 9;

    private JpegHeader() {}

    public static boolean isJpeg(byte[] bytes) {
        return bytes.length > 2 && unsigned(bytes, 0) == MARKER && unsigned(bytes, 1) == START_OF_IMAGE;
    }

    /** How many values a pixel has; 0 if no frame header is found. */
    public static int components(byte[] bytes) {
        int at = 2;
        while (at + COMPONENTS_AT < bytes.length && unsigned(bytes, at) == MARKER) {
            int marker = unsigned(bytes, at + 1);
            if (isFrame(marker)) {
                return unsigned(bytes, at + COMPONENTS_AT);
            }
            at += 2 + (unsigned(bytes, at + 2) << 8 | unsigned(bytes, at + 3));
        }
        return 0;
    }

    /** SOF0 to SOF15, among which are three markers of tables. */
    private static boolean isFrame(int marker) {
        boolean table = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
        return marker >= FIRST_FRAME && marker <= LAST_FRAME && !table;
    }

    private static int unsigned(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]);
    }
}
