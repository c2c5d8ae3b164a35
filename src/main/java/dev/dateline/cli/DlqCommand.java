package dev.dateline.cli;

import picocli.CommandLine.Command;

/** The dead letters. */
@Command(
    name = "dlq",
    description = "Show what could not be processed, and send it once more.",
    subcommands = {DlqListCommand.class, DlqReplayCommand.class})
final class DlqCommand {}
