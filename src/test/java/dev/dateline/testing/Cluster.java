package dev.dateline.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class the embedded Kafka and schema registry that all tests of this JVM
 * share, as a parameter of type {@link TestCluster}. It starts when the first test asks for it, and
 * each test gets topic names of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ClusterExtension.class)
public @interface Cluster {}
