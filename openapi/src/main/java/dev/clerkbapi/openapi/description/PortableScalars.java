package dev.clerkbapi.openapi.description;

import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/**
 * Writes texts and numbers so that readers of YAML 1.1 and of YAML 1.2 see the same. Without quotes
 * {@code off} is false to the one and a text to the other; both, like dates and {@code 12:30}, are
 * quoted. An unnecessary quote does no harm, so what merely begins like a number is quoted, too.
 */
final class PortableScalars extends StandardRepresenter {
  private static final Pattern WORD =
      Pattern.compile("y|yes|n|no|on|off|true|false|null|~|=|<<", Pattern.CASE_INSENSITIVE);

  private static final Pattern BEGINS_LIKE_A_NUMBER = Pattern.compile("[-+]?[.0-9]");

  PortableScalars(DumpSettings settings) {
    super(settings);
    representers.put(
        String.class, text -> representScalar(Tag.STR, (String) text, style((String) text)));
    representers.put(Double.class, number -> fraction((Double) number));
  }

  /** Plain is a wish: the emitter quotes what no YAML could read otherwise. */
  private static ScalarStyle style(String text) {
    boolean ambiguous =
        WORD.matcher(text).matches() || BEGINS_LIKE_A_NUMBER.matcher(text).lookingAt();
    return ambiguous ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.PLAIN;
  }

  /** YAML 1.1 wants a sign in each exponent. */
  private Node fraction(double number) {
    String text = Double.toString(number).replaceFirst("E(?=\\d)", "E+");
    return representScalar(Tag.FLOAT, text, ScalarStyle.PLAIN);
  }
}
