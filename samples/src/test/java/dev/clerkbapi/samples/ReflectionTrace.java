package dev.clerkbapi.samples;

import static net.bytebuddy.matcher.ElementMatchers.is;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.none;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * An agent that writes what a program reflects on: a line for each call of the JDK, with the class
 * that called, the method, and its arguments.
 */
final class ReflectionTrace implements Consumer<Object[]> {
  private static final String KEY = ReflectionTrace.class.getName();
  private static final StackWalker STACK = StackWalker.getInstance();

  /** The classes whose methods are traced, which call each other. */
  private static final Set<String> TRACED =
      Set.of(
          KEY,
          Class.class.getName(),
          ClassLoader.class.getName(),
          MethodHandles.Lookup.class.getName(),
          Proxy.class.getName());

  private final PrintStream out;
  private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);

  private ReflectionTrace(PrintStream out) {
    this.out = out;
  }

  /** {@code file} is where the lines go. */
  public static void premain(String file, Instrumentation instrumentation) throws IOException {
    System.getProperties().put(KEY, new ReflectionTrace(new PrintStream(file, "UTF-8")));
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .ignore(none())
        .type(is(Class.class))
        .transform(
            traced(
                namedOneOf("forName", "getResource", "getResourceAsStream")
                    .or(namedOneOf("getMethod", "getMethods", "getField", "getFields"))
                    .or(namedOneOf("getConstructor", "getConstructors", "getRecordComponents"))
                    .or(namedOneOf("getDeclaredMethod", "getDeclaredMethods"))
                    .or(namedOneOf("getDeclaredField", "getDeclaredFields"))
                    .or(namedOneOf("getDeclaredConstructor", "getDeclaredConstructors"))))
        .type(is(ClassLoader.class))
        .transform(
            traced(namedOneOf("getResource", "getResourceAsStream", "getResources", "resources")))
        .type(is(MethodHandles.Lookup.class))
        .transform(
            traced(
                namedOneOf("findStaticVarHandle", "findVarHandle", "findStatic", "findVirtual")
                    .or(namedOneOf("findGetter", "findSetter", "findConstructor", "findClass"))))
        .type(is(Proxy.class))
        .transform(traced(named("newProxyInstance")))
        .installOn(instrumentation);
  }

  private static AgentBuilder.Transformer traced(ElementMatcher<MethodDescription> methods) {
    return (builder, type, loader, module, domain) ->
        builder.visit(Advice.to(Entry.class).on(isMethod().and(methods)));
  }

  /** Copied into the JDK's methods: it uses nothing but the JDK. */
  private static final class Entry {
    @Advice.OnMethodEnter
    @SuppressWarnings({"unchecked", "rawtypes", "UnusedMethod"}) // as generics are not inlined
    static void enter(
        @Advice.Origin("#m") String method,
        @Advice.This(optional = true, typing = Assigner.Typing.DYNAMIC) Object self,
        @Advice.AllArguments Object[] arguments) {
      Object trace = System.getProperties().get("dev.clerkbapi.samples.ReflectionTrace");
      if (trace instanceof Consumer consumer) {
        consumer.accept(new Object[] {method, self, arguments});
      }
    }
  }

  @Override
  public void accept(Object[] call) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    try {
      Object self = call[1];
      Stream<Object> arguments = Arrays.stream((Object[]) call[2]);
      if (self instanceof Class<?> type) {
        arguments = Stream.concat(Stream.of(type), arguments);
      }
      String text = arguments.map(ReflectionTrace::text).collect(Collectors.joining("\t"));
      caller().ifPresent(caller -> out.println(caller + "\t" + call[0] + "\t" + text));
    } finally {
      busy.set(false);
    }
  }

  /** Nothing if the JDK itself called, which a compiler of native images knows. */
  private static Optional<String> caller() {
    return STACK.walk(
        frames ->
            frames
                .map(StackWalker.StackFrame::getClassName)
                .filter(name -> !TRACED.contains(name))
                .findFirst()
                .filter(name -> !name.matches("(java|javax|jdk|sun|com\\.sun)\\..*")));
  }

  private static String text(Object argument) {
    if (argument instanceof Object[] several) {
      return Arrays.stream(several).map(ReflectionTrace::text).collect(Collectors.joining(","));
    }
    if (argument instanceof Class<?> type) {
      return type.getName();
    }
    return argument instanceof String text ? text : "-";
  }
}
