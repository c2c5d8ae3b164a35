package dev.dateline.cli;

import dev.dateline.schema.RegistryException;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.TopicAdmin;
import dev.dateline.stream.TopicDefinition;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks whether everything is as it must be; changes nothing. */
@Command(
    name = "doctor",
    description =
        "Check settings, Kafka, registry, topics and rights. Writes nothing. Says of every setting"
            + " where it comes from.",
    sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

  private static final String GOOD = "32";
  private static final String BAD = "1;31";

  @Spec private CommandSpec spec;

  @Mixin private KafkaOptions kafka;

  private final Terminal terminal = Terminal.standardOutput();
  private boolean failed;

  @Override
  public Integer call() {
    title("Versions");
    good("Dateline " + VersionProvider.dateline());
    good("Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor"));
    good("Kafka clients " + AppInfoParser.getVersion());
    DatelineConfig config;
    try {
      config = kafka.config();
    } catch (ConfigException e) {
      title("Settings");
      bad(e.getMessage());
      return 1;
    }
    settings(config);
    boolean reached = cluster(config);
    registry(config);
    if (reached) {
      topics(config);
    }
    spec.commandLine().getOut().println();
    if (failed) {
      bad("not everything is as it must be");
    } else {
      good("all is well");
    }
    return failed ? 1 : 0;
  }

  private void settings(DatelineConfig config) {
    title("Settings");
    PrintWriter out = spec.commandLine().getOut();
    for (DatelineConfig.Setting setting : config.settings().values()) {
      out.printf(
          Locale.ROOT, "  %s = %s  (%s)%n", setting.name(), setting.shown(), setting.origin());
    }
  }

  private boolean cluster(DatelineConfig config) {
    title("Kafka at " + config.bootstrapServers());
    try (Admin admin = Clusters.admin(config)) {
      DescribeClusterResult cluster =
          admin.describeCluster(new DescribeClusterOptions().includeAuthorizedOperations(true));
      good("cluster " + Clusters.get(config, cluster.clusterId()));
      for (Node node : Clusters.get(config, cluster.nodes())) {
        good("broker " + node.idString() + " at " + node.host() + ":" + node.port());
      }
      features(config, admin);
      Set<AclOperation> rights = Clusters.get(config, cluster.authorizedOperations());
      if (rights != null && !rights.contains(AclOperation.CREATE)) {
        hint("no right to create topics: see 'dateline topics print'");
      }
      return true;
    } catch (KafkaException | CommandFailure e) {
      bad(Failures.describe(e));
      hint("is bootstrap.servers right, and are security.protocol and its keys set?");
      return false;
    }
  }

  private void features(DatelineConfig config, Admin admin) {
    Map<String, FinalizedVersionRange> features =
        Clusters.get(config, admin.describeFeatures().featureMetadata()).finalizedFeatures();
    FinalizedVersionRange metadata = features.get("metadata.version");
    if (metadata == null) {
      hint("the brokers do not tell their version");
    } else {
      good("metadata.version " + metadata.maxVersionLevel());
    }
  }

  private void registry(DatelineConfig config) {
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry())) {
      title("Schema registry at " + schemas.address());
      schemas.ping();
      good("answers");
    } catch (RegistryException | ConfigException e) {
      bad(Failures.describe(e));
      hint("is schema.registry.url right, and are basic.auth.* or schema.registry.ssl.* set?");
    }
  }

  private void topics(DatelineConfig config) {
    title("Topics");
    try (Admin admin = Clusters.admin(config)) {
      TopicAdmin topics = new TopicAdmin(admin, config);
      List<String> problems = topics.problems();
      List<String> missing = topics.missing().stream().map(TopicDefinition::name).toList();
      for (String problem : problems) {
        if (config.createTopics() && missing.stream().anyMatch(problem::startsWith)) {
          hint(problem + "; 'dateline run' creates it");
        } else {
          bad(problem);
        }
      }
      List<String> there =
          config.topics().all().stream().filter(name -> !missing.contains(name)).toList();
      rights(config, admin, there);
    } catch (KafkaException | CommandFailure e) {
      bad(Failures.describe(e));
    }
  }

  private void rights(DatelineConfig config, Admin admin, List<String> names) {
    Map<String, TopicDescription> topics =
        Clusters.get(
            config,
            admin
                .describeTopics(
                    names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .allTopicNames());
    for (String name : names) {
      TopicDescription topic = topics.get(name);
      Set<AclOperation> lacking = EnumSet.of(AclOperation.READ, AclOperation.WRITE);
      if (topic.authorizedOperations() != null) {
        lacking.removeAll(topic.authorizedOperations());
      } else {
        lacking.clear();
      }
      if (lacking.isEmpty()) {
        int partitions = topic.partitions().size();
        good(name + ", " + partitions + (partitions == 1 ? " partition" : " partitions"));
      } else {
        bad(name + ": no right to " + lacking + "; see 'dateline topics print'");
      }
    }
  }

  private void title(String title) {
    spec.commandLine().getOut().println();
    line(new StyledText().add(title, "1"));
  }

  private void good(String text) {
    line(new StyledText().add("  ok    ", GOOD).add(text));
  }

  private void hint(String text) {
    line(new StyledText().add("  hint  ", "33").add(text));
  }

  private void bad(String text) {
    failed = true;
    line(new StyledText().add("  FAIL  ", BAD).add(text));
  }

  private void line(StyledText text) {
    spec.commandLine().getOut().println(text.line(terminal));
  }
}
