package dev.dateline.cli;

import picocli.CommandLine.Command;

/** The topics. */
@Command(
    name = "topics",
    description = "Create and list the topics, or print the commands that would create them.",
    subcommands = {TopicsCreateCommand.class, TopicsListCommand.class, TopicsPrintCommand.class})
final class TopicsCommand {}
