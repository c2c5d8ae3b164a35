package dev.dateline.entities;

import java.util.ArrayList;
import java.util.List;

/** A phrase that names a role, as token positions; -1 where a part is not there. */
final class RolePhrase {

  /** The role itself, without affiliation and status. */
  int first = -1;

  int last = -1;

  /** Position of the word that carries the role. */
  int head = -1;

  Role.Status status = Role.Status.CURRENT;

  /** Affiliations in order: first and one past the last token of each. */
  final List<int[]> affiliations = new ArrayList<>(2);

  /** Position of an adjective of nation, or -1. */
  int nation = -1;

  Integer age;

  /** One past the last token of the whole phrase. */
  int end = -1;
}
