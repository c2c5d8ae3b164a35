package dev.dateline.cli;

import picocli.CommandLine.Command;

/** The alert rules. */
@Command(
    name = "rules",
    description = "The alert rules; a running stream takes every change at once.",
    subcommands = {
      RulesAddCommand.class,
      RulesTestCommand.class,
      RulesListCommand.class,
      RulesRemoveCommand.class,
      RulesSwitchCommand.Enable.class,
      RulesSwitchCommand.Disable.class,
      RulesSwitchCommand.Snooze.class,
      RulesExportCommand.class,
      RulesImportCommand.class
    })
final class RulesCommand {}
