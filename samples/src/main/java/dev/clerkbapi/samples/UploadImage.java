package dev.clerkbapi.samples;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.Upload;
import dev.clerkbapi.model.OrganizationWithLogo;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * How do I set the logo of an organization?
 *
 * <p>Takes the organization's ID as its argument, and draws a logo. Without {@code
 * CLERK_SECRET_KEY} in the environment it talks to a fake of BAPI on this machine. A user's picture
 * is set in the same way, by {@code users().updateUserProfileImage}.
 */
public final class UploadImage {
  private static final int SIZE = 64;
  static final Sample SAMPLE =
      new Sample(
          "UploadImage",
          List.of("ORGANIZATION_ID"),
          List.of("org_123"),
          (bapi, arguments) -> bapi.addOrganization(arguments.get(0), "Acme"));

  private UploadImage() {}

  public static void main(String[] args) {
    System.exit(SAMPLE.run(args, System.getenv(), Terminal.ofSystem(), UploadImage::upload));
  }

  static void upload(ClerkClient clerk, List<String> arguments, Terminal terminal) {
    Upload picture = Upload.of(disc(), "disc.png"); // Upload.of(Path) takes a file.
    OrganizationWithLogo organization =
        clerk.organizations().updateOrganizationLogo(arguments.get(0), picture);
    terminal.say(organization.id() + " has a logo: " + organization.hasImage());
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
