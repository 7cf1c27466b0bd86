package samples.fashion;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Names the garment on a picture: {@code NameGarment garments.safetensors picture.png}. */
public final class NameGarment {

    private static final int SIZE = 28;

    private NameGarment() {}

    public static void main(String[] arguments) throws IOException {
        Garments garments = Garments.load(Path.of(arguments[0]));
        BufferedImage picture = ImageIO.read(Path.of(arguments[1]).toFile());
        Garments.Prediction prediction = garments.predict(new Garment(pixels(picture)));
        System.out.println(prediction.label() + " " + prediction.probability(prediction.label()));
    }

    /** The data set's pictures are grey, 28x28, with a bright garment on black ground. */
    private static byte[] pixels(BufferedImage picture) {
        byte[] pixels = new byte[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) picture.getRaster().getSample(i % SIZE, i / SIZE, 0);
        }
        return pixels;
    }
}
