package dev.dateline.rules;

/** What a query is matched against: the sort of document that must satisfy all of it. */
enum Scope {
  ARTICLE,
  SECTION,
  QUOTE;

  /** The narrower of the two. */
  Scope and(Scope other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The scope of that name, or null. */
  static Scope named(String name) {
    for (Scope scope : values()) {
      if (scope.name().equalsIgnoreCase(name)) {
        return scope;
      }
    }
    return null;
  }
}
