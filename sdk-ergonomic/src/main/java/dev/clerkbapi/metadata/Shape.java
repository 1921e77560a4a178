package dev.clerkbapi.metadata;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of a record, or of a class with fields, and how a value is made of them. */
final class Shape {
  private final Class<?> type;
  private final List<Member> members;
  private final Constructor<?> constructor;

  /** Reads a member of a value, and, in a class, writes it. */
  record Member(String name, Type type, Field field) {}

  private Shape(Class<?> type, List<Member> members, Constructor<?> constructor) {
    this.type = type;
    this.members = members;
    this.constructor = constructor;
  }

  /** {@code path} is where the value is, for a message. */
  static Shape of(Class<?> type, String path) {
    boolean platform = type.getName().startsWith("java.") || type.getName().startsWith("javax.");
    if (platform || type.isInterface() || type.isArray() || type.isPrimitive()) {
      throw new MetadataException(path, "metadata cannot be a " + type.getTypeName());
    }
    try {
      List<Member> members = type.isRecord() ? components(type) : fields(type);
      Constructor<?> constructor = constructor(type);
      members.forEach(member -> open(member.field()));
      open(constructor);
      return new Shape(type, members, constructor);
    } catch (NoSuchMethodException | NoSuchFieldException e) {
      throw new MetadataException(
          path, type.getTypeName() + " is no record and has no constructor without parameters", e);
    } catch (InaccessibleObjectException e) {
      throw new MetadataException(
          path,
          "the module of "
              + type.getTypeName()
              + " must have: opens "
              + type.getPackageName()
              + " to "
              + Shape.class.getModule().getName(),
          e);
    }
  }

  List<Member> members() {
    return members;
  }

  @Nullable Object get(Member member, Object value) {
    try {
      return member.field().get(value);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e); // It was opened.
    }
  }

  /** Makes a value of those of the members, in their order. */
  Object make(@Nullable Object[] values, String path) {
    try {
      if (type.isRecord()) {
        return constructor.newInstance(values);
      }
      Object made = constructor.newInstance();
      for (int i = 0; i < values.length; i++) {
        set(members.get(i).field(), made, values[i]);
      }
      return made;
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new MetadataException(
          path, type.getTypeName() + " refuses these values: " + cause, cause);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new MetadataException(path, type.getTypeName() + " is abstract", e);
    }
  }

  /** What is missing keeps the value that the constructor gave it. */
  private static void set(Field field, Object made, @Nullable Object value)
      throws IllegalAccessException {
    if (value != null) {
      field.set(made, value);
    }
  }

  private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
    Class<?>[] parameters =
        type.isRecord()
            ? Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new)
            : new Class<?>[0];
    return type.getDeclaredConstructor(parameters);
  }

  private static List<Member> components(Class<?> type) throws NoSuchFieldException {
    List<Member> members = new ArrayList<>();
    for (RecordComponent it : type.getRecordComponents()) {
      members.add(
          new Member(it.getName(), it.getGenericType(), type.getDeclaredField(it.getName())));
    }
    return members;
  }

  private static List<Member> fields(Class<?> type) {
    List<Member> members = new ArrayList<>();
    for (Class<?> part = type; part != null && part != Object.class; part = part.getSuperclass()) {
      for (Field field : part.getDeclaredFields()) {
        int modifiers = field.getModifiers();
        if (!Modifier.isStatic(modifiers)
            && !Modifier.isTransient(modifiers)
            && !field.isSynthetic()) {
          members.add(new Member(field.getName(), field.getGenericType(), field));
        }
      }
    }
    return members;
  }

  private static void open(AccessibleObject part) {
    part.setAccessible(true);
  }
}
