/**
 * Who, what and where: mentions of names, their types, the clusters that are one entity, roles and
 * affiliations, links to lists.
 *
 * <p>Belongs here: everything about names in an article. Does not: who said what (package {@code
 * quotes}).
 */
package dev.dateline.entities;
