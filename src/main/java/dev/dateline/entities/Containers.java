package dev.dateline.entities;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds which names stand beside others as what these lie in: "Orvane, Velia". Stateless. */
final class Containers {

  private Containers() {}

  /** For a place the name that follows it after a comma, or in "X in Y". */
  static Map<Name, Name> of(List<Cluster> clusters, Form[] forms) {
    Map<Integer, Name> starts = new HashMap<>();
    Map<Integer, Name> ends = new HashMap<>();
    for (Cluster cluster : clusters) {
      for (Name name : cluster.names) {
        if (cluster.type == Labels.PLACE || cluster.type == Labels.GROUP) {
          starts.put(name.first, name);
          ends.put(name.last, name);
        }
      }
    }
    Map<Name, Name> containers = new IdentityHashMap<>();
    for (Cluster cluster : clusters) {
      for (Name name : cluster.names) {
        int after = name.last;
        if (after + 1 < forms.length
            && (forms[after].is(",") || forms[after].is("in"))
            && starts.get(after + 1) != null) {
          containers.put(name, starts.get(after + 1));
        } else if (name.first > 1
            && forms[name.first - 1].kind == Form.POSSESSIVE
            && ends.get(name.first - 1) != null) {
          containers.put(name, ends.get(name.first - 1));
        }
      }
    }
    return containers;
  }
}
