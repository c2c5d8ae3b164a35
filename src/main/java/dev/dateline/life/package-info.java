/**
 * The life of an item: pure decisions from the state of an item and a new version to what is sent,
 * withdrawn or held.
 *
 * <p>Belongs here: versions, duplicates, kills, embargoes, digests of derived records;
 * near-duplicate texts and the story they make. Does not: stores, topics, clocks (package {@code
 * stream}); time comes in as an argument.
 */
package dev.dateline.life;
