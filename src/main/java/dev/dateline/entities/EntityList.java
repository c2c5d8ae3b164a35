package dev.dateline.entities;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A user's list of known persons, organisations or other things, ready to match names against. Made
 * by {@link EntityListReader}. Compact: about 100 bytes a name. Immutable; thread-safe.
 */
public final class EntityList {

  /**
   * One row of a list.
   *
   * @param id the user's id
   * @param names the name and the aliases; at least one
   * @param type what sort of thing, or null for any
   * @param country ISO 3166-1 alpha-2 code, or null
   * @param birthYear year of birth, or 0
   */
  public record Row(String id, List<String> names, EntityType type, String country, int birthYear) {

    public Row {
      names = List.copyOf(names);
    }
  }

  private final String name;
  private final String hash;
  private final Pool ids;
  private final Pool names;
  private final byte[] types;
  private final short[] countries;
  private final short[] birthYears;
  private final int[] rowOfName;
  private final KeyIndex index;
  private final int rowCount;

  private EntityList(String name, String hash, Builder builder) {
    this.name = name;
    this.hash = hash;
    this.ids = builder.ids;
    this.names = builder.names;
    this.types = builder.types;
    this.countries = builder.countries;
    this.birthYears = builder.birthYears;
    this.rowOfName = builder.rowOfName;
    this.index = builder.index;
    this.rowCount = builder.rows;
  }

  /** The name the user gave the list. */
  public String name() {
    return name;
  }

  /** Hash of the content it was read from. */
  public String hash() {
    return hash;
  }

  /** Number of rows. */
  public int size() {
    return rowCount;
  }

  /**
   * The best match of a name.
   *
   * @param name as an article has it, at its fullest
   * @param type what the article says it is
   * @param country ISO 3166-1 code the article gives, or null
   * @param birthYear year of birth by the age the article gives, or 0
   * @return a link, or null where no row matches; a surname alone never does
   */
  Link match(String name, EntityType type, String country, int birthYear) {
    ListName query = ListName.of(name);
    if (query.size() == 0 || type == EntityType.PERSON && query.size() < 2) {
      return null;
    }
    Best best = new Best();
    for (int key : query.queries(type == EntityType.PERSON)) {
      for (int entry = index.first(key); entry != 0; entry = index.next(entry)) {
        int at = index.value(entry);
        int row = rowOfName[at];
        if (at == best.at || types[row] >= 0 && types[row] != type.ordinal()) {
          continue;
        }
        String known = names.get(at);
        ListName.Fit fit =
            known.equals(name)
                ? ListName.EXACT
                : ListName.of(known).fit(query, type == EntityType.PERSON);
        if (fit != null) {
          double score = fit.score() * agreement(row, country, birthYear);
          if (score > best.score) {
            best.score = score;
            best.at = at;
            best.fit = fit;
          }
        }
      }
    }
    return best.fit == null
        ? null
        : new Link(
            this.name,
            ids.get(rowOfName[best.at]),
            Math.round(best.score * 100) / 100.0,
            names.get(best.at),
            best.fit.method(),
            hash);
  }

  private static final class Best {
    int at = -1;
    double score;
    ListName.Fit fit;
  }

  /** 1 where country and year of birth agree or are unknown; less where they speak against it. */
  private double agreement(int row, String country, int birthYear) {
    double factor = 1;
    if (country != null && countries[row] != 0 && countries[row] != code(country)) {
      factor *= 0.7;
    }
    if (birthYear != 0 && birthYears[row] != 0 && Math.abs(birthYears[row] - birthYear) > 1) {
      factor *= 0.5;
    }
    return factor;
  }

  private static short code(String country) {
    return country == null || country.length() != 2
        ? 0
        : (short) (country.charAt(0) << 8 | country.charAt(1));
  }

  /** Collects rows. */
  static final class Builder {

    private final Pool ids = new Pool();
    private final Pool names = new Pool();
    private final KeyIndex index = new KeyIndex();
    private byte[] types = new byte[64];
    private short[] countries = new short[64];
    private short[] birthYears = new short[64];
    private int[] rowOfName = new int[64];
    private int rows;

    void add(Row row) {
      if (rows == types.length) {
        types = Arrays.copyOf(types, rows * 2);
        countries = Arrays.copyOf(countries, rows * 2);
        birthYears = Arrays.copyOf(birthYears, rows * 2);
      }
      ids.add(row.id());
      types[rows] = row.type() == null ? -1 : (byte) row.type().ordinal();
      countries[rows] = code(row.country());
      birthYears[rows] = (short) row.birthYear();
      boolean person = row.type() == null || row.type() == EntityType.PERSON;
      for (String each : row.names()) {
        ListName listed = ListName.of(each);
        if (listed.size() == 0) {
          continue;
        }
        int at = names.add(each);
        if (at == rowOfName.length) {
          rowOfName = Arrays.copyOf(rowOfName, at * 2);
        }
        rowOfName[at] = rows;
        for (int key : listed.keys(person)) {
          index.add(key, at);
        }
      }
      rows++;
    }

    int size() {
      return rows;
    }

    EntityList build(String name, String hash) {
      index.finish();
      return new EntityList(name, hash, this);
    }
  }

  /** Strings in one array of UTF-8. */
  private static final class Pool {

    private byte[] bytes = new byte[1024];
    private int[] ends = new int[64];
    private int count;

    int add(String text) {
      byte[] added = text.getBytes(StandardCharsets.UTF_8);
      int start = count == 0 ? 0 : ends[count - 1];
      if (start + added.length > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, start + added.length));
      }
      System.arraycopy(added, 0, bytes, start, added.length);
      if (count == ends.length) {
        ends = Arrays.copyOf(ends, count * 2);
      }
      ends[count] = start + added.length;
      return count++;
    }

    String get(int at) {
      int start = at == 0 ? 0 : ends[at - 1];
      return new String(bytes, start, ends[at] - start, StandardCharsets.UTF_8);
    }
  }

  /** Chains of values by the hash of their key. */
  private static final class KeyIndex {

    private int[] keys = new int[256];
    private int[] values = new int[256];
    private int[] next;
    private int[] heads;
    private int count = 1;

    void add(int key, int value) {
      if (count == keys.length) {
        keys = Arrays.copyOf(keys, count * 2);
        values = Arrays.copyOf(values, count * 2);
      }
      keys[count] = key;
      values[count++] = value;
    }

    void finish() {
      heads = new int[Integer.highestOneBit(Math.max(16, count)) * 2];
      next = new int[count];
      for (int entry = count - 1; entry > 0; entry--) {
        int slot = IntTable.mix(keys[entry]) & (heads.length - 1);
        next[entry] = heads[slot];
        heads[slot] = entry;
      }
    }

    int first(int key) {
      return skip(heads[IntTable.mix(key) & (heads.length - 1)], key);
    }

    int next(int entry) {
      return skip(next[entry], keys[entry]);
    }

    private int skip(int from, int key) {
      int entry = from;
      while (entry != 0 && keys[entry] != key) {
        entry = next[entry];
      }
      return entry;
    }

    int value(int entry) {
      return values[entry];
    }
  }

  /** The links of an entity to any of {@code lists}, by its canonical name or an alias in full. */
  static List<Link> links(List<EntityList> lists, Entity entity, int year) {
    List<Link> links = new ArrayList<>();
    int birthYear = entity.age() == null || year == 0 ? 0 : year - entity.age();
    for (EntityList list : lists) {
      Link best = list.match(entity.name(), entity.type(), entity.nationality(), birthYear);
      for (String alias : entity.aliases()) {
        if (best == null && alias.indexOf(' ') > 0 || entity.type() != EntityType.PERSON) {
          Link link = list.match(alias, entity.type(), entity.nationality(), birthYear);
          best = best == null || link != null && link.score() > best.score() ? link : best;
        }
      }
      if (best != null) {
        links.add(best);
      }
    }
    return links;
  }
}
