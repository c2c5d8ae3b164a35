package dev.dateline.entities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the names of one entity together. Stateless; thread-safe. */
final class Clusterer {

  private final Nations nations;
  private final Acronyms acronyms = new Acronyms();

  Clusterer(Nations nations) {
    this.nations = nations;
  }

  /** The clusters, in order of their first names. */
  List<Cluster> cluster(List<Name> names, Form[] forms) {
    List<Cluster> clusters = new ArrayList<>();
    List<Name> persons = new ArrayList<>();
    Map<String, Cluster> byKey = new HashMap<>();
    for (Name name : names) {
      if (name.type == Labels.PERSON) {
        persons.add(name);
      } else {
        byKey
            .computeIfAbsent(
                group(name.type) + key(name),
                key -> {
                  Cluster cluster = new Cluster(name.type);
                  clusters.add(cluster);
                  return cluster;
                })
            .names
            .add(name);
      }
    }
    acronyms.join(clusters, forms);
    clusters.addAll(new PersonClusterer(forms).cluster(persons));
    return inOrder(clusters);
  }

  /** By their first names; they are many, so numbers are sorted in their stead. */
  private static List<Cluster> inOrder(List<Cluster> clusters) {
    long[] order = new long[clusters.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) clusters.get(i).names.get(0).first << Integer.SIZE | i;
    }
    Arrays.sort(order);
    List<Cluster> sorted = new ArrayList<>(order.length);
    for (long each : order) {
      sorted.add(clusters.get((int) each));
    }
    return sorted;
  }

  /** Places and facilities are one kind when names are compared. */
  private static int group(int type) {
    return type == Labels.FACILITY ? Labels.PLACE : type;
  }

  private String key(Name name) {
    String key = name.key();
    if (key.startsWith("the ")) {
      key = key.substring(4);
    }
    if (name.type == Labels.PLACE) {
      String country = nations.country(key);
      return country == null || country.equals("GB") ? key : country;
    }
    if (name.type == Labels.GROUP) {
      String country = nations.ofPeople(key);
      return country != null
          ? country
          : key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
    }
    return key;
  }
}
