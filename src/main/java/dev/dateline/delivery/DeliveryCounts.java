package dev.dateline.delivery;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens to alerts: {@code SINK.delivered}, {@code .retried}, {@code .failed}. */
final class DeliveryCounts {

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void count(String sink, String what) {
    counts.computeIfAbsent(sink + "." + what, unused -> new LongAdder()).increment();
  }

  Map<String, Long> all() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((name, count) -> all.put(name, count.sum()));
    return all;
  }
}
