package dev.dateline.entities;

import java.util.ArrayList;
import java.util.List;

/** What an article says of one person. Work space of one article. */
final class PersonFacts {

  private final List<Role> roles = new ArrayList<>();
  Integer age;
  String nationality;

  /** Adds a role, unless it is known; one with an affiliation takes the place of one without. */
  void add(Role role) {
    for (int i = 0; i < roles.size(); i++) {
      Role known = roles.get(i);
      if (known.role().equalsIgnoreCase(role.role()) && known.status() == role.status()) {
        if (known.affiliation() == null && role.affiliation() != null) {
          roles.set(i, role);
          return;
        }
        if (role.affiliation() == null || role.affiliation().equals(known.affiliation())) {
          return;
        }
      }
    }
    roles.add(role);
  }

  List<Role> roles() {
    roles.sort((a, b) -> a.span() == null || b.span() == null ? 0 : a.span().compareTo(b.span()));
    return roles;
  }
}
