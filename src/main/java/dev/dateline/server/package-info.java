/**
 * HTTP: the API with server-sent events, the console page, health and metrics.
 *
 * <p>Belongs here: what answers HTTP requests. Does not: anything the answers are made of.
 */
package dev.dateline.server;
