package dev.dateline.cli;

import picocli.CommandLine.Command;

/** The alert rules. */
@Command(
    name = "rules",
    description = "Add, list and remove alert rules; a running stream takes them at once.",
    subcommands = {RulesAddCommand.class, RulesListCommand.class, RulesRemoveCommand.class})
final class RulesCommand {}
