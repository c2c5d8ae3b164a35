package dev.dateline.rules;

import java.util.Set;
import org.apache.lucene.search.Query;

/**
 * A query made ready for Lucene. Immutable.
 *
 * @param query Lucene's form of it
 * @param scope the sort of document it is matched against
 * @param slots the fields it looks into
 * @param selective whether a document must have something in particular to match; what only
 *     excludes matches nearly everything
 */
record CompiledQuery(Query query, Scope scope, Set<Slot> slots, boolean selective) {}
