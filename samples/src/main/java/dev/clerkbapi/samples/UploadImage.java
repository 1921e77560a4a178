package dev.clerkbapi.samples;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.Upload;
import dev.clerkbapi.model.User;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * How do I set a user's picture?
 *
 * <p>Takes the user's ID as its argument, and draws a picture for them. Without {@code
 * CLERK_SECRET_KEY} in the environment it talks to a fake of BAPI on this machine.
 */
public final class UploadImage {
  private static final int SIZE = 64;
  static final Sample SAMPLE = Sample.ofUser("UploadImage", (bapi, userId) -> bapi.addUser(userId));

  private UploadImage() {}

  public static void main(String[] args) {
    System.exit(SAMPLE.run(args, System.getenv(), Terminal.ofSystem(), UploadImage::upload));
  }

  static void upload(ClerkClient clerk, List<String> arguments, Terminal terminal) {
    Upload picture = Upload.of(disc(), "disc.png"); // Upload.of(Path) takes a file.
    User user = clerk.users().updateUserProfileImage(arguments.get(0), picture);
    terminal.say(user.id() + " has a picture: " + user.hasImage());
  }

  private static byte[] disc() {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.ORANGE);
    graphics.fillOval(0, 0, SIZE, SIZE);
    graphics.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does no I/O.
    }
    return png.toByteArray();
  }
}
