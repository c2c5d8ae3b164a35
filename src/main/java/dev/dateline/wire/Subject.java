package dev.dateline.wire;

/**
 * A subject the provider gave.
 *
 * @param code code in its scheme, e.g. {@code medtop:16000000}
 * @param scheme the scheme, or null
 * @param name name for people, or null
 */
public record Subject(String code, String scheme, String name) {}
