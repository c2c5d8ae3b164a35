package dev.dateline.stream;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Settings out of the environment, named as in Confluent's images: {@code KAFKA_X_Y} sets {@code
 * x.y} and {@code DATELINE_X_Y} sets {@code dateline.x.y}; {@code _} stands for a dot, {@code __}
 * for a hyphen, {@code ___} for an underscore. Pure.
 */
final class EnvironmentNames {

  private static final String KAFKA = "KAFKA_";
  private static final String DATELINE = "DATELINE_";

  /** Variables that the launchers of Kafka and of Dateline read; they are no settings. */
  private static final Set<String> OF_LAUNCHERS =
      Set.of(
          "KAFKA_OPTS",
          "KAFKA_HEAP_OPTS",
          "KAFKA_JVM_PERFORMANCE_OPTS",
          "KAFKA_GC_LOG_OPTS",
          "KAFKA_LOG4J_OPTS",
          "KAFKA_JMX_OPTS",
          "KAFKA_JMX_PORT",
          "KAFKA_DEBUG",
          "KAFKA_HOME",
          "KAFKA_VERSION",
          "DATELINE_OPTS",
          "DATELINE_CLASSPATH",
          "DATELINE_HOME",
          "DATELINE_JAVA_OPTS",
          "DATELINE_LOG_LEVEL",
          "DATELINE_NO_BUILD");

  private EnvironmentNames() {}

  /** The variables that are settings: the variable by the name of the setting. */
  static Map<String, String> settings(Set<String> variables) {
    Map<String, String> found = new TreeMap<>();
    for (String variable : variables) {
      String name = settingOf(variable);
      if (name != null) {
        found.put(name, variable);
      }
    }
    return found;
  }

  /** The setting that a variable sets, or null where it sets none. */
  static String settingOf(String variable) {
    if (OF_LAUNCHERS.contains(variable)) {
      return null;
    }
    if (variable.startsWith(KAFKA) && variable.length() > KAFKA.length()) {
      return dotted(variable.substring(KAFKA.length()));
    }
    if (variable.startsWith(DATELINE) && variable.length() > DATELINE.length()) {
      return "dateline." + dotted(variable.substring(DATELINE.length()));
    }
    return null;
  }

  private static String dotted(String rest) {
    StringBuilder name = new StringBuilder();
    int i = 0;
    while (i < rest.length()) {
      if (rest.startsWith("___", i)) {
        name.append('_');
        i += 3;
      } else if (rest.startsWith("__", i)) {
        name.append('-');
        i += 2;
      } else {
        name.append(rest.charAt(i) == '_' ? '.' : rest.charAt(i));
        i++;
      }
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }
}
