package dev.dateline.quotes;

import dev.dateline.text.TextSpan;
import java.time.LocalDate;

/**
 * When it was said.
 *
 * @param words as written
 * @param date the date they resolve to, or null
 */
public record Said(TextSpan words, LocalDate date) {}
