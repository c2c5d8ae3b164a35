package dev.dateline.testing;

import dev.dateline.embedded.EmbeddedCluster;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the shared cluster on first use; JUnit closes it when all tests are through. */
final class ClusterExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(ClusterExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestCluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    EmbeddedCluster shared =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent("cluster", key -> EmbeddedCluster.start(), EmbeddedCluster.class);
    // One for each test (or class, for a constructor or @BeforeAll), however many parameters ask.
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent("names", key -> new TestCluster(shared), TestCluster.class);
  }
}
