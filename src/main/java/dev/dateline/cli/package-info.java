/**
 * The command line: one class a command.
 *
 * <p>Belongs here: flags and printing. Does not: work that another package could do.
 */
package dev.dateline.cli;
