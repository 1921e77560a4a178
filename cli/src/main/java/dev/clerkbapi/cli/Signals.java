package dev.clerkbapi.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Takes the signals that ask a process to end: of Ctrl-C, of a service manager, of a terminal that
 * goes away. By reflection, because javac warns of {@code sun.misc.Signal} whatever one does; the
 * JDK has no other way to learn of a second Ctrl-C.
 */
final class Signals implements AutoCloseable {
  private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

  private final Map<Object, Object> handlersBefore = new LinkedHashMap<>();

  private Signals() {}

  /**
   * Takes the signals until this is closed. Those that the JVM does not hand out, as with {@code
   * -Xrs}, keep what they do.
   *
   * @param handler is given the number of the signal, on a thread of its own for each
   */
  static Signals handle(IntConsumer handler) {
    Signals signals = new Signals();
    NAMES.forEach(name -> signals.handle(name, handler));
    return signals;
  }

  private void handle(String name, IntConsumer handler) {
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      Object signal = type.getConstructor(String.class).newInstance(name);
      int number = (int) type.getMethod("getNumber").invoke(signal);
      InvocationHandler proxy =
          (self, method, args) -> {
            if (method.getName().equals("handle")) {
              handler.accept(number);
            }
            return null;
          };
      Object ours =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(), new Class<?>[] {handlerType()}, proxy);
      handlersBefore.put(signal, install(signal, ours));
    } catch (ReflectiveOperationException e) {
      // The system has no such signal, or the JVM keeps it to itself.
    }
  }

  private static Class<?> handlerType() throws ClassNotFoundException {
    return Class.forName("sun.misc.SignalHandler");
  }

  private static Object install(Object signal, Object handler) throws ReflectiveOperationException {
    return signal
        .getClass()
        .getMethod("handle", signal.getClass(), handlerType())
        .invoke(null, signal, handler);
  }

  @Override
  public void close() {
    for (Map.Entry<Object, Object> each : handlersBefore.entrySet()) {
      try {
        Object unused = install(each.getKey(), each.getValue());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e); // It could be replaced before.
      }
    }
  }
}
