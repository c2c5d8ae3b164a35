/**
 * Bringing alerts out: webhooks and e-mail digests, as consumers of the alerts topic.
 *
 * <p>Belongs here: consumers of alerts and their retries. Does not: matching (package {@code
 * rules}).
 */
package dev.dateline.delivery;
